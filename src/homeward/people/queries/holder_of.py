"""Whose NHS number is this, and whose are exactly these details? Asked only to keep one person from being two."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from homeward.people.models import Identifier, Person, PersonName
from homeward.people.rules.likeness import Seen
from homeward.people.rules.names import key
from homeward.people.vocabulary import NHS_NUMBER


def holder_of(number: str) -> Person | None:
    """The person whose current NHS number it is, or was before it was superseded. The gate must be open for a job."""
    rows = Identifier.objects.filter(system=NHS_NUMBER, value=number).select_related("person")
    found = sorted(rows, key=lambda row: row.valid_to or date.max, reverse=True)
    return found[0].person if found else None


def exactly(seen: Seen) -> Sequence[UUID]:
    """People with the same usual name, birth date and current postcode. The gate must be open for a job."""
    if not (seen.family and seen.given and seen.birth_date and seen.postcode):
        return []
    rows = PersonName.objects.filter(
        birth_date=seen.birth_date, use="usual", valid_to__isnull=True,
        person__addresses__postcode=seen.postcode, person__addresses__valid_to__isnull=True,
    )  # fmt: skip
    return sorted(
        {row.person_id for row in rows if key(row.family) == key(seen.family) and key(row.given) == key(seen.given)}
    )


def seen_of(person: Person) -> Seen:
    """What is kept of somebody, to compare with what is told."""
    name = person.names.get(use="usual", valid_to__isnull=True)
    return Seen(family=name.family, given=name.given, birth_date=person.birth_date, sex=person.sex)


def former_families(person: Person) -> frozenset[str]:
    """The other family names the person has had, as keys."""
    return frozenset(key(name.family) for name in person.names.exclude(use="usual", valid_to__isnull=True))

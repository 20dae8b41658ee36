"""Who is known by this number in another system, and does what is told of them fit? Asked when that system tells of somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.people.models import Identifier, Person
from homeward.people.queries.holder_of import former_families, holder_of, seen_of
from homeward.people.queries.likenesses import seen_in
from homeward.people.queries.may_look import require
from homeward.people.rules.agreement import disagreement
from homeward.people.rules.details import GivenIdentifier, PersonDetails, tidy
from homeward.people.rules.names import full_name
from homeward.people.vocabulary import NHS_NUMBER

JOB = "matching"


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """Whoever a number of another system is kept for. `doubt`: why they cannot be taken for the person told of, '' when they can."""

    person_id: UUID
    name: str
    birth_date: date | None
    nhs_number: str
    doubt: str


def numbered(*, number: GivenIdentifier, details: PersonDetails, by: Actor, at: datetime) -> Numbered | None:
    """Who has this number, held against what is told; None when nobody has."""
    require(by, "stay.admit")
    told = seen_in(tidy(details))
    with gate.job(JOB, by=by, at=at):
        found = holder_as(number)
        if found is None:
            return None
        person = Person.objects.get(id=found)
        kept = seen_of(person)
        own = Identifier.objects.filter(person=person, system=NHS_NUMBER, valid_to__isnull=True).first()
        has = own.value if own else ""
        doubt = disagreement(told, kept, former=former_families(person), what="This number")
        other = holder_of(told.nhs_number) if told.nhs_number else None
        if told.nhs_number and has and has != told.nhs_number or other is not None and other.id != found:
            doubt = "The NHS number told is not that of the person to whom this number belongs."
        elif person.death_at is not None:
            doubt = doubt or "The person to whom this number belongs has died."
        return Numbered(
            person_id=found, name=full_name(family=kept.family, given=kept.given), birth_date=person.birth_date, nhs_number=has, doubt=doubt
        )


def holder_as(number: GivenIdentifier) -> UUID | None:
    """The person who has the number now. The gate must be open for a job."""
    rows = Identifier.objects.filter(
        system=number.system, value=number.value, organisation_code=number.organisation_code, valid_to__isnull=True
    )
    return rows.values_list("person_id", flat=True).first()


def held_numbers(numbers: Iterable[GivenIdentifier], *, by: Actor, at: datetime) -> dict[tuple[str, str], UUID]:
    """Of these numbers those that are somebody's now, by system and number."""
    require(by, "stay.admit")
    asked = {(each.system, each.value) for each in numbers}
    with gate.job(JOB, by=by, at=at):
        rows = Identifier.objects.filter(
            system__in={system for system, _ in asked}, value__in={value for _, value in asked}, valid_to__isnull=True
        )
        return {(row.system, row.value): row.person_id for row in rows if (row.system, row.value) in asked}

"""How are the dated rows about a person written: a name, a home, a practice, a number, a telephone?"""

from collections.abc import Sequence
from datetime import date, timedelta

from homeward.access.api import relationships
from homeward.directory.api import Areas, areas_of
from homeward.foundation.moments import at_london
from homeward.people.models import Address, Contact, Identifier, Person, PersonName, PracticeRegistration
from homeward.people.rules.details import GivenIdentifier, PersonDetails
from homeward.people.vocabulary import NHS_NUMBER, REGISTERED


def add_usual_name(person: Person, details: PersonDetails, *, day: date) -> None:
    """The name the person goes by from that day."""
    PersonName.objects.create(
        person=person, use="usual", family=details.family, given=details.given, prefix=details.prefix,
        birth_date=person.birth_date, valid_from=day,
    )  # fmt: skip


def add_former_name(person: Person, *, family: str, given: str, since: date, until: date) -> None:
    """A name the person no longer goes by, kept so that they are found by it."""
    PersonName.objects.create(
        person=person, use="old", family=family, given=given, birth_date=person.birth_date,
        valid_from=min(since, until), valid_to=until,
    )  # fmt: skip


def first_home(person: Person, details: PersonDetails, areas: Areas, *, day: date) -> None:
    """Home and practice of somebody new, as far as they were told."""
    if has_home(details):
        _add_home(person, details.address_lines, details.postcode, details.ward_code, areas, day=day)
    if person.practice_code:
        _add_practice(person, areas, day=day)


def has_home(details: PersonDetails) -> bool:
    """Was anything told of where they live?"""
    return bool(details.address_lines or details.postcode or details.ward_code)


def stand(person: Person, areas: Areas, *, ward_code: str, practice_code: str) -> None:
    """The person's own columns follow their newest home and practice."""
    person.practice_code, person.ward_code = areas.practice or practice_code, areas.ward or ward_code
    person.neighbourhood_code, person.locality_code = areas.neighbourhood or "", areas.locality or ""


def settle(
    person: Person,
    *,
    lines: Sequence[str],
    postcode: str,
    ward_code: str,
    practice_code: str,
    day: date,
    new_home: bool,
) -> Areas:
    """Home and practice from that day, with their areas; the person's own columns follow. Former rows end the day before."""
    areas = areas_of(ward=ward_code or None, practice=practice_code or None, on=day)
    stand(person, areas, ward_code=ward_code, practice_code=practice_code)
    if new_home:
        _end_current(Address, person, day=day)
        _add_home(person, lines, postcode, ward_code, areas, day=day)
    current = PracticeRegistration.objects.filter(person=person, valid_to__isnull=True).first()
    if person.practice_code and (current is None or current.practice_code != person.practice_code):
        _end_current(PracticeRegistration, person, day=day)
        _add_practice(person, areas, day=day)
    return areas


def _add_home(person: Person, lines: Sequence[str], postcode: str, ward_code: str, areas: Areas, *, day: date) -> None:
    Address.objects.create(
        person=person, lines=list(lines), postcode=postcode, ward_code=areas.ward or ward_code,
        locality_code=areas.locality_of_home or "", council_code=areas.council or "",
        constituency_code=areas.constituency or "", valid_from=day,
    )  # fmt: skip


def _add_practice(person: Person, areas: Areas, *, day: date) -> None:
    PracticeRegistration.objects.create(
        person=person, practice_code=person.practice_code, pcn_code=areas.pcn or "",
        neighbourhood_code=areas.neighbourhood or "", locality_code=areas.locality or "", valid_from=day,
    )  # fmt: skip
    relationships.grant(person.id, person.practice_code, kind=REGISTERED, source_id=person.id, at=at_london(day))


def _end_current(table: type[Address] | type[PracticeRegistration], person: Person, *, day: date) -> None:
    for row in table.objects.filter(person=person, valid_to__isnull=True):
        row.valid_to = max(row.valid_from, day - timedelta(days=1))
        row.save(update_fields=["valid_to"])
        if isinstance(row, PracticeRegistration):
            over = at_london(max(row.valid_from, day))
            relationships.end(person.id, teams=[row.practice_code], at=over)


def add_identifiers(person: Person, identifiers: Sequence[GivenIdentifier], *, day: date) -> None:
    """Local numbers of this person; one that another person holds already stays with them."""
    rows = [
        Identifier(
            person=person,
            system=each.system,
            value=each.value,
            organisation_code=each.organisation_code,
            valid_from=day,
        )
        for each in identifiers
    ]
    Identifier.objects.bulk_create(rows, ignore_conflicts=True)


def add_nhs_number(person: Person, value: str, *, day: date) -> None:
    """Give the person this NHS number; the caller knows that nobody else holds it."""
    Identifier.objects.create(person=person, system=NHS_NUMBER, value=value, valid_from=day)


def end_nhs_number(person: Person, *, day: date) -> None:
    """The current NHS number becomes a former one; searches by it still lead here."""
    Identifier.objects.filter(person=person, system=NHS_NUMBER, valid_to__isnull=True).update(valid_to=day)


def add_contacts(person: Person, details: PersonDetails, *, day: date) -> None:
    """Telephone, email and carer, as far as they were told."""
    rows = [
        Contact(person=person, kind=kind, value=value, valid_from=day)
        for kind, value in (("phone", details.phone), ("email", details.email))
        if value
    ]
    if details.carer_name or details.carer_phone:
        told = {"name": details.carer_name, "value": details.carer_phone, "relationship": details.carer_relationship}
        rows.append(Contact(person=person, kind="carer", valid_from=day, **told))
    if rows:
        Contact.objects.bulk_create(rows)

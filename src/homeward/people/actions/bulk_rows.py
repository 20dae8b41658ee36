"""Which rows does one registered person consist of, ready to be copied in?"""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from homeward.directory.api import AreaMap, Areas
from homeward.people.rules.details import PersonDetails
from homeward.people.vocabulary import NHS_NUMBER

# In the order they are written: people before what hangs on them.
TABLES: dict[str, tuple[str, ...]] = {
    "people_person": (
        "id", "sex", "gender", "birth_date", "death_source", "language_code", "interpreter_needed", "access_needs",
        "nhs_number_status", "restricted", "usual_place", "practice_code", "ward_code", "neighbourhood_code",
        "locality_code", "review_reason", "registered_at", "changed_at",
    ),
    "people_personname": ("person_id", "use", "family", "given", "prefix", "birth_date", "valid_from", "valid_to"),
    "people_identifier": ("person_id", "system", "value", "organisation_code", "valid_from"),
    "people_address": (
        "person_id", "lines", "postcode", "ward_code", "locality_code", "council_code", "constituency_code", "valid_from",
    ),
    "people_practiceregistration": (
        "person_id", "practice_code", "pcn_code", "neighbourhood_code", "locality_code", "valid_from",
    ),
    "people_contact": ("person_id", "kind", "value", "name", "relationship", "valid_from"),
}  # fmt: skip
Row = tuple[object, ...]


def rows_of(
    person_id: UUID, details: PersonDetails, *, areas: AreaMap, day: date, at: datetime
) -> Iterator[tuple[str, Row]]:
    """(table, row) pairs in the column order of TABLES, from tidy details."""
    here = areas.areas_of(ward=details.ward_code or None, practice=details.practice_code or None, on=day)
    yield "people_person", _person(person_id, details, here, at)
    yield (
        "people_personname",
        (person_id, "usual", details.family, details.given, details.prefix, details.birth_date, day, None),
    )
    if details.former_family:
        yield (
            "people_personname",
            (person_id, "old", details.former_family, details.given, "", details.birth_date, day, day),
        )
    if details.nhs_number:
        yield "people_identifier", (person_id, NHS_NUMBER, details.nhs_number, "", day)
    for each in details.identifiers:
        yield "people_identifier", (person_id, each.system, each.value, each.organisation_code, day)
    yield from _home_and_practice(person_id, details, here, day)
    yield from _contacts(person_id, details, day)


def _person(person_id: UUID, details: PersonDetails, here: Areas, at: datetime) -> Row:
    return (
        person_id, details.sex, details.gender, details.birth_date, "", details.language_code,
        details.interpreter_needed, details.access_needs, "not_verified" if details.nhs_number else "none", False,
        details.usual_place, here.practice or details.practice_code, here.ward or details.ward_code,
        here.neighbourhood or "", here.locality or "", "", at, at,
    )  # fmt: skip


def _home_and_practice(person_id: UUID, details: PersonDetails, here: Areas, day: date) -> Iterator[tuple[str, Row]]:
    if details.address_lines or details.postcode or details.ward_code:
        yield (
            "people_address",
            (
                person_id, list(details.address_lines), details.postcode, here.ward or details.ward_code,
                here.locality_of_home or "", here.council or "", here.constituency or "", day,
            ),
        )  # fmt: skip
    if details.practice_code:
        yield (
            "people_practiceregistration",
            (
                person_id, here.practice or details.practice_code, here.pcn or "", here.neighbourhood or "",
                here.locality or "", day,
            ),
        )  # fmt: skip


def _contacts(person_id: UUID, details: PersonDetails, day: date) -> Iterator[tuple[str, Row]]:
    for kind, value in (("phone", details.phone), ("email", details.email)):
        if value:
            yield "people_contact", (person_id, kind, value, "", "", day)
    if details.carer_name or details.carer_phone:
        carer = (person_id, "carer", details.carer_phone, details.carer_name, details.carer_relationship, day)
        yield "people_contact", carer

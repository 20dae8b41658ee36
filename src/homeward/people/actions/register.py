"""How does a person come onto the books? Once, checked, with whatever is still in doubt said openly."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.directory.api import areas_of
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.people.actions import entries
from homeward.people.actions.about import the_person
from homeward.people.models import Identifier, Person
from homeward.people.rules.details import PersonDetails, check, tidy
from homeward.people.vocabulary import DISPUTED_NHS_NUMBER

HELD = "Somebody here already has this NHS number. Search by the number and check whether it is the same person."


def register(*, details: PersonDetails, by: Actor, at: datetime, review_reason: str = "") -> Person:
    """A new person. Raises Invalid for impossible details and for an NHS number that somebody here already has.

    With `review_reason` the person is kept apart for review, and an NHS number held by another is noted as disputed.
    """
    details = tidy(details)
    check(details, today=london_day(at))
    return _register(person_id=new_id(), details=details, review_reason=review_reason, by=by, at=at)


@action("person.register", about=the_person)
def _register(
    *, person_id: UUID, details: PersonDetails, review_reason: str, by: Actor, at: datetime
) -> Happening[Person]:
    day = london_day(at)
    lock_number(details.nhs_number)
    status = _number_status(details, review_reason)
    person = Person(
        id=person_id, sex=details.sex, gender=details.gender, birth_date=details.birth_date,
        language_code=details.language_code, interpreter_needed=details.interpreter_needed,
        access_needs=details.access_needs, usual_place=details.usual_place, nhs_number_status=status,
        review_reason=review_reason, registered_at=at, changed_at=at,
    )  # fmt: skip
    areas = areas_of(ward=details.ward_code or None, practice=details.practice_code or None, on=day)
    entries.stand(person, areas, ward_code=details.ward_code, practice_code=details.practice_code)
    person.save(force_insert=True)
    entries.add_usual_name(person, details, day=day)
    if details.former_family:
        entries.add_former_name(person, family=details.former_family, given=details.given, since=day, until=day)
    _add_numbers(person, details, status=status, at=at)
    entries.add_contacts(person, details, day=day)
    entries.first_home(person, details, areas, day=day)
    facts = {"nhs_number_status": status, "locality": areas.locality, "review_reason": review_reason}
    return Happening(result=person, subject_kind="person", subject_id=person.id, person_id=person.id, facts=facts)


def lock_number(number: str) -> None:
    """Only one transaction at a time may decide whose this NHS number is."""
    if number:
        one_at_a_time("whose number", number)


def is_held(number: str) -> bool:
    """Does anybody here hold this NHS number now? Answers yes or no and shows nobody."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.number_is_held(%s)", [number])
        return bool(cursor.fetchone()[0])


def _number_status(details: PersonDetails, review_reason: str) -> str:
    if not details.nhs_number:
        return "none"
    if not is_held(details.nhs_number):
        return "not_verified"
    if not review_reason:
        raise Invalid({"nhs_number": HELD})
    return "disputed"


def _add_numbers(person: Person, details: PersonDetails, *, status: str, at: datetime) -> None:
    day = london_day(at)
    if status == "disputed":
        Identifier.objects.create(person=person, system=DISPUTED_NHS_NUMBER, value=details.nhs_number, valid_from=day)
    elif details.nhs_number:
        entries.add_nhs_number(person, details.nhs_number, day=day)
    entries.add_identifiers(person, details.identifiers, day=day)

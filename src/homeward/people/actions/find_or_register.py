"""Who is this referral about? Somebody already here, or a new person; never two records for one, never one for two."""

from dataclasses import replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import connection, transaction

from homeward.access.api import declare_job, gate, may
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.foundation.nhs_number import normalise
from homeward.people.actions.correct import Correction, correct
from homeward.people.actions.register import lock_number, register
from homeward.people.models import Person
from homeward.people.queries.holder_of import exactly, former_families, holder_of, seen_of
from homeward.people.queries.likenesses import seen_in
from homeward.people.rules.agreement import disagreement
from homeward.people.rules.details import PersonDetails, check, tidy
from homeward.people.rules.likeness import Seen
from homeward.people.rules.names import key

How = Literal["found", "registered", "needs_review"]
JOB = "matching"
ANOTHER = "The person chosen has another NHS number. Check whom you chose, or leave the number empty."
SOMEBODY_ELSES = "This NHS number is that of somebody else here. Check whom you chose, or leave the number empty."
declare_job(
    JOB, words="finding out whom a referral is about", permits=("person.register", "person.correct"), pages=True
)


def find_or_register(*, details: PersonDetails, by: Actor, at: datetime) -> tuple[Person, How]:
    """The person these details are about, and how they were come by. Safe to call twice at once with the same details.

    'found': by NHS number with a fitting name and birth date, or by exactly the same name, birth date and postcode.
    'needs_review': the number belongs to somebody who does not fit, so a person was registered apart, with the reason.
    Opens no record for the caller: open the gate for the person next. Raises Invalid.
    """
    details = tidy(details)
    check(details, today=london_day(at))
    seen = seen_in(details)
    with transaction.atomic():
        lock_number(details.nhs_number)
        lock_number(f"{key(seen.family)} {seen.birth_date}" if seen.birth_date else "")
        with gate.job(JOB, by=by, at=at):
            person, reason = _already_here(seen)
            lacking = person is not None and bool(seen.nhs_number) and not _number_of(person.id)
        if person is not None and not reason:
            if lacking:
                _note_number(person, seen.nhs_number, by=by, at=at)
            return person, "found"
        made = register(details=details, by=_registrar(by), at=at, review_reason=reason)
        return made, "needs_review" if reason else "registered"


def keep_number(*, person_id: UUID, nhs_number: str, by: Actor, at: datetime) -> None:
    """The NHS number told with somebody whom a colleague chose is kept, not yet verified, where none was known.

    Raises Invalid when they have another, or when it is somebody else's: the wrong person may have been chosen.
    """
    number = normalise(nhs_number)
    if not number:
        return
    with transaction.atomic():
        lock_number(number)
        with gate.job(JOB, by=by, at=at):
            has, holder = _number_of(person_id), holder_of(number)
        if has == number:
            return
        if has or (holder is not None and holder.id != person_id):
            raise Invalid({"nhs_number": ANOTHER if has else SOMEBODY_ELSES})
        house = replace(by, kind="system", role=JOB)
        reason = "The NHS number was told with the person whom a colleague chose."
        correct(person_id=person_id, correction=Correction(nhs_number=number), reason=reason, by=house, at=at)


def _registrar(by: Actor) -> Actor:
    """The caller, or the house on the caller's behalf when the caller may refer people but not register them."""
    return by if may(by, "person.register") else replace(by, kind="system", role=JOB)


def _already_here(seen: Seen) -> tuple[Person | None, str]:
    """Somebody here, and why they cannot be taken for the same (empty: they can)."""
    if seen.nhs_number:
        holder = holder_of(seen.nhs_number)
        if holder is not None:
            return holder, disagreement(seen, seen_of(holder), former=former_families(holder))
    same = exactly(seen)
    if len(same) > 1:
        return None, "Several people here have this name, birth date and postcode."
    return (None, "") if not same else _same_details(same[0], seen)


def _same_details(person_id: UUID, seen: Seen) -> tuple[Person | None, str]:
    person = Person.objects.get(id=person_id)
    number = _number_of(person_id)
    if seen.nhs_number and number and number != seen.nhs_number:
        return None, "Somebody here has this name, birth date and postcode but another NHS number."
    return person, ""


def _note_number(person: Person, number: str, *, by: Actor, at: datetime) -> None:
    """Somebody known without an NHS number was found by all else: the number told is kept, not yet verified."""
    reason = "The NHS number was given with the same name, birth date and postcode."
    house = replace(by, kind="system", role=JOB)
    correct(person_id=person.id, correction=Correction(nhs_number=number), reason=reason, by=house, at=at)


def _number_of(person_id: UUID) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "select value from people_identifier where person_id = %s and valid_to is null"
            " and system = 'https://fhir.nhs.uk/Id/nhs-number'",
            [person_id],
        )
        row = cursor.fetchone()
    return str(row[0]) if row else ""

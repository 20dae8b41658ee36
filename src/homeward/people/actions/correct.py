"""What is put right about a person, by whom and why? Only what is named changes; what was said before stays in the event."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Greatest

from homeward.foundation import nhs_number
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.moments import london_day
from homeward.people.actions import entries
from homeward.people.actions.about import locked, the_person
from homeward.people.actions.register import HELD, is_held, lock_number
from homeward.people.models import Contact, Identifier, Person, PersonName
from homeward.people.rules.details import GivenIdentifier, PersonDetails, check, tidy
from homeward.people.vocabulary import DISPUTED_NHS_NUMBER, NHS_NUMBER

SINCE = "Something about this person was put right while you had this page open. Nothing of yours has been saved."
PLAIN = ("birth_date", "sex", "gender", "language_code", "interpreter_needed", "access_needs", "usual_place")


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What is to be put right; None leaves it alone.

    `phone` and `email` take the place of the one that stood. `name_changed_on` keeps the former name as a former one; without it the name was simply wrong.
    `not_dead` withdraws a death that was recorded by mistake; `settled` ends a review. `known_as` is a number of theirs in another
    system; `not_known_as` one that is theirs no more.
    """

    family: str | None = None
    given: str | None = None
    name_changed_on: date | None = None
    birth_date: date | None = None
    sex: str | None = None
    gender: str | None = None
    nhs_number: str | None = None
    language_code: str | None = None
    interpreter_needed: bool | None = None
    access_needs: str | None = None
    usual_place: str | None = None
    phone: str | None = None
    email: str | None = None
    not_dead: bool = False
    settled: bool = False
    known_as: GivenIdentifier | None = None
    not_known_as: GivenIdentifier | None = None


@action("person.correct", about=the_person)
def correct(
    *, person_id: UUID, correction: Correction, reason: str, by: Actor, at: datetime, version: str = ""
) -> Happening[Person]:
    """Put right what is wrong. Raises Invalid when no reason is given, or for impossible details.

    `version` is that of the banner the corrections were made from. Raises Clash when something was put right since.
    """
    if not reason.strip():
        raise Invalid({"reason": "Say why this is being put right."})
    person = locked(person_id)
    if version and version != person.changed_at.isoformat():
        raise Clash(
            SINCE, who="A colleague", when=person.changed_at, next_step="Read what stands there now, then try again."
        )
    before: dict[str, Any] = {}
    _name(person, correction, before, day=london_day(at))
    for field in PLAIN:
        new = getattr(correction, field)
        if new is not None and new != getattr(person, field):
            before[field] = _plain(getattr(person, field))
            setattr(person, field, new)
    if correction.nhs_number is not None:
        _number(person, correction.nhs_number, before, day=london_day(at))
    _reached_by(person, correction, before, day=london_day(at))
    _known_as(person, correction, before, day=london_day(at))
    if correction.not_dead and person.death_at is not None:
        before["death"] = {"at": person.death_at.isoformat(), "source": person.death_source}
        person.death_at, person.death_source = None, ""
    if correction.settled and person.review_reason:
        before["review_reason"], person.review_reason = person.review_reason, ""
        _drop_disputed(person, day=london_day(at))
    person.changed_at = at
    person.save()
    if "birth_date" in before:
        PersonName.objects.filter(person=person).update(birth_date=person.birth_date)
    facts = {"changed": sorted(before), "before": before, "reason": reason.strip()}
    return Happening(result=person, subject_kind="person", subject_id=person.id, person_id=person.id, facts=facts)


def _name(person: Person, correction: Correction, before: dict[str, Any], *, day: date) -> None:
    name = PersonName.objects.get(person=person, use="usual", valid_to__isnull=True)
    family = name.family if correction.family is None else correction.family
    given = name.given if correction.given is None else correction.given
    told = tidy(
        PersonDetails(family=family, given=given, birth_date=correction.birth_date, sex=correction.sex or "unknown")
    )
    check(told, today=day)
    if (told.family, told.given) == (name.family, name.given):
        return
    before["name"] = {"family": name.family, "given": name.given}
    since = correction.name_changed_on
    if since is None:
        name.family, name.given = told.family, told.given
        name.save(update_fields=["family", "given"])
        return
    name.use, name.valid_to = "old", max(since, name.valid_from)
    name.save(update_fields=["use", "valid_to"])
    entries.add_usual_name(person, told, day=since)


def _reached_by(person: Person, correction: Correction, before: dict[str, Any], *, day: date) -> None:
    for kind in ("phone", "email"):
        new = getattr(correction, kind)
        standing = Contact.objects.filter(person=person, kind=kind, valid_to__isnull=True)
        former = list(standing.values_list("value", flat=True))
        if new is None or former == [new]:
            continue
        before[kind] = ", ".join(former)
        standing.update(valid_to=Greatest("valid_from", Value(day)))
        if new:
            Contact.objects.create(person=person, kind=kind, value=new, valid_from=day)


def _known_as(person: Person, correction: Correction, before: dict[str, Any], *, day: date) -> None:
    if gone := correction.not_known_as:
        held = Identifier.objects.filter(
            person=person, system=gone.system, value=gone.value, organisation_code=gone.organisation_code, valid_to__isnull=True
        )
        if held.update(valid_to=Greatest("valid_from", Value(day))):
            before["known_as"] = [gone.system, gone.value]
    if correction.known_as:
        entries.add_identifiers(person, [correction.known_as], day=day)
        before["known_as"] = []


def _number(person: Person, typed: str, before: dict[str, Any], *, day: date) -> None:
    number = nhs_number.normalise(typed)
    held = Identifier.objects.filter(person=person, system=NHS_NUMBER, valid_to__isnull=True).first()
    former = held.value if held else ""
    if number == former:
        return
    if number and not nhs_number.is_valid(number):
        raise Invalid({"nhs_number": "This is not an NHS number. Check the 10 digits, or leave it empty."})
    lock_number(number)
    if number and is_held(number):
        raise Invalid({"nhs_number": HELD})
    before["nhs_number"] = former
    entries.end_nhs_number(person, day=day)
    if number:
        entries.add_nhs_number(person, number, day=day)
    person.nhs_number_status = "not_verified" if number else "none"


def _drop_disputed(person: Person, *, day: date) -> None:
    """Once it is settled who this is, a number that belongs to somebody else is no longer shown as theirs."""
    Identifier.objects.filter(person=person, system=DISPUTED_NHS_NUMBER, valid_to__isnull=True).update(valid_to=day)
    if person.nhs_number_status == "disputed":
        held = Identifier.objects.filter(person=person, system=NHS_NUMBER, valid_to__isnull=True).exists()
        person.nhs_number_status = "not_verified" if held else "none"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value

"""What happens when a person has died? It is recorded once; those who planned help are told and stop."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from homeward.access.api import gate
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import at_london, london_day
from homeward.people.actions.about import locked, the_person
from homeward.people.models import Person
from homeward.people.vocabulary import DEATH_SOURCES


class _Known(Exception):
    """The death is recorded already."""


def die(
    *,
    person_id: UUID,
    source: str,
    by: Actor,
    at: datetime,
    died_on: date | None = None,
    died_at: datetime | None = None,
) -> Person:
    """Record that the person died, on a day or at a moment, and who says so (a code of DEATH_SOURCES).

    Recording it again changes nothing and announces nothing. A mistake is put right with `correct`. Raises Invalid.
    """
    with transaction.atomic():
        try:
            with transaction.atomic():
                moment = _moment(died_on, died_at, at=at)
                return _die(person_id=person_id, moment=moment, source=source, by=by, at=at)
        except _Known:
            with gate.opened_for(person_id, by=by, at=at, why="person.die"):
                return Person.objects.get(id=person_id)


@action("person.die", about=the_person)
def _die(*, person_id: UUID, moment: datetime, source: str, by: Actor, at: datetime) -> Happening[Person]:
    person = locked(person_id)
    if person.death_at is not None:
        raise _Known
    if source not in DEATH_SOURCES:
        raise Invalid({"source": "Say who told you that the person has died."})
    if person.birth_date is not None and london_day(moment) < person.birth_date:
        raise Invalid({"died_on": "The date of death is before the date of birth. Check both."})
    person.death_at, person.death_source, person.changed_at = moment, source, at
    person.save(update_fields=["death_at", "death_source", "changed_at"])
    facts = {"died_on": london_day(moment).isoformat(), "source": source}
    return Happening(result=person, subject_kind="person", subject_id=person.id, person_id=person.id, facts=facts)


def _moment(died_on: date | None, died_at: datetime | None, *, at: datetime) -> datetime:
    if died_at is None and died_on is None:
        raise Invalid({"died_on": "Enter the date of death."})
    moment = died_at if died_at is not None else at_london(died_on or london_day(at))
    if moment > at:
        raise Invalid({"died_on": "The date of death must be today or in the past."})
    return moment

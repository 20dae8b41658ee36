"""Who has come to the front door? Written down once, with how they came and whether a crew had rung first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.ids import new_id
from homeward.front_door.models import Arrival, Call
from homeward.front_door.queries.declared import door_called, require_door
from homeward.front_door.queries.known_of import age_of
from homeward.front_door.queries.person_of import arrival_with_key
from homeward.front_door.rules.ringing_first import eligible
from homeward.front_door.vocabulary import CALLED_BEFORE, CAME
from homeward.grammar.api import FrontDoor

FURTHEST_BACK = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class ArrivalDetails:
    """One arrival. `signs` are the danger signs there were when a crew brought them."""

    person_id: UUID
    door: str
    way: str
    arrived_at: datetime
    why_words: str = ""
    signs: tuple[str, ...] = ()


def arrive(*, details: ArrivalDetails, by: Actor, at: datetime, key: str | None = None) -> UUID:
    """The id of the arrival that these details make, or made before under the same `key`. Raises Invalid, Clash."""
    before = arrival_with_key(key) if key else None
    return before or _arrive(details=details, by=by, at=at, key=key)


@action("front_door.arrive", about=lambda asked: asked["details"].person_id)
def _arrive(*, details: ArrivalDetails, by: Actor, at: datetime, key: str | None) -> Happening[UUID]:
    door = door_called(details.door)
    require_door(door, by=by)
    if errors := _faults(details, door, at):
        raise Invalid(errors)
    _refuse_second(details, door)
    conveyed = details.way in door.crews
    arrival = Arrival.objects.create(
        id=new_id(), person_id=details.person_id, door_code=door.code, way_code=details.way,
        why_words=details.why_words.strip(), conveyed=conveyed, arrived_at=details.arrived_at, added_at=at, added_by=by.name,
        key=key, eligible=_eligible(details, door, by=by, at=at) if conveyed else None,
        called=_called(details, door) if conveyed else None,
    )  # fmt: skip
    relationships.grant(details.person_id, *door.teams, kind=CAME, source_id=arrival.id, at=at)
    facts = {
        "door": door.code, "way": details.way, "conveyed": conveyed, "eligible": arrival.eligible, "called": arrival.called,
        "happened_at": details.arrived_at.isoformat(),
    }  # fmt: skip
    return Happening(
        result=arrival.id, subject_kind="arrival", subject_id=arrival.id, person_id=details.person_id, facts=facts,
        teams=door.teams,
    )  # fmt: skip


def _eligible(details: ArrivalDetails, door: FrontDoor, *, by: Actor, at: datetime) -> bool | None:
    place = directory.place()
    flags = (flag.code for need in place.needs.values() for flag in need.red_flags)
    facts: dict[str, Any] = {code: code in details.signs for code in flags}
    facts |= {
        "age": age_of(details.person_id, by=by, at=at),
        "requester-kind": "crew",
        "where-now": "with-crew",
        "risks": details.signs,
    }
    return eligible(place.advice_lines[door.line].eligibility, facts)[0]


def _called(details: ArrivalDetails, door: FrontDoor) -> bool:
    """Had whoever conveyed them rung the line in the hours before?"""
    since = details.arrived_at - CALLED_BEFORE
    return Call.objects.filter(
        person_id=details.person_id, line_code=door.line, conveys=True, answered_at__gte=since,
        answered_at__lte=details.arrived_at,
    ).exists()  # fmt: skip


def _refuse_second(details: ArrivalDetails, door: FrontDoor) -> None:
    there = Arrival.objects.filter(person_id=details.person_id, door_code=door.code, decided_at=None).first()
    if there is not None:
        raise Clash(
            f"{there.added_by} has already put this person on the list.", who=there.added_by, when=there.added_at,
            next_step="Find them on the list of people at the door.",
        )  # fmt: skip


def _faults(details: ArrivalDetails, door: FrontDoor, at: datetime) -> dict[str, str]:
    found = {}
    if details.way not in {way.code for way in door.ways}:
        found["way"] = "Choose how they came."
    if not at - FURTHEST_BACK <= details.arrived_at <= at:
        found["arrived_at"] = "The arrival must be in the last 3 days, and not in the future."
    return found

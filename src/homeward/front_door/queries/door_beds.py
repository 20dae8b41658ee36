"""Who waits for a bed beside the door, who is in one, for how long, and is that longer than it was meant to be?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.capacity import api as capacity
from homeward.capacity.api import UnitRow
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.front_door.queries.declared import doors_of
from homeward.front_door.queries.free_beds import taking
from homeward.front_door.rules.left_for import said
from homeward.grammar.api import FrontDoor

MOST = 200
_ROWS = """
select b.id, b.arrival_id, b.person_id, r.door_code, b.service_code, b.team_code, b.label, b.unit_id, b.asked_at, b.came_at,
       b.put_by, b.since, before.label as moved_from, b.left_at, b.left_to, b.left_by, b.ended_at, b.ended_words,
       concat_ws(' ', nullif(n.given, ''), n.family) as name, w.admitted_at as on_ward_since
from front_door_doorbed b
join front_door_arrival r on r.id = b.arrival_id
left join people_personname n on n.person_id = b.person_id and n.use = 'usual' and n.valid_to is null
left join front_door_doorbed before on before.id = b.moved_from
left join lateral (
    select s.admitted_at from hospital_stay s
    where s.person_id = b.person_id and s.left_at is null and s.struck_at is null and s.admitted_at >= b.asked_at limit 1) w on b.came_at is null
where {which}
order by b.came_at is not null, coalesce(b.came_at, b.asked_at), b.id limit %(most)s
"""
_OPEN = "b.left_at is null and b.ended_at is null"


@dataclass(frozen=True, kw_only=True)
class DoorBedRow:
    """One bed for one arrival. `since`: when they came to the first, if they were moved, from `moved_from`.

    `aim`: within how long they were meant to have left it, as the place declares.
    """

    id: UUID
    arrival_id: UUID
    person_id: UUID
    door: str
    service_code: str
    service: str
    team_code: str
    name: str
    label: str
    unit_id: UUID | None
    asked_at: datetime
    came_at: datetime | None
    put_by: str
    since: datetime | None
    moved_from: str | None
    left_at: datetime | None
    left_to: str
    left_by: str
    ended_at: datetime | None
    ended_words: str
    on_ward_since: datetime | None
    aim: timedelta | None
    at: datetime

    @property
    def waits(self) -> bool:
        """Do they wait for a bed?"""
        return self.came_at is None and self.ended_at is None

    @property
    def there(self) -> bool:
        """Are they in it?"""
        return self.came_at is not None and self.left_at is None and self.ended_at is None

    @property
    def stayed(self) -> timedelta | None:
        """How long they have been, or were, in it and the beds before it."""
        return (self.left_at or self.at) - (self.since or self.came_at) if self.came_at else None

    @property
    def due_at(self) -> datetime | None:
        """When they are meant to have left it."""
        return (self.since or self.came_at) + self.aim if self.came_at and self.aim else None

    @property
    def late(self) -> bool:
        """Is, or was, that longer than meant?"""
        return self.due_at is not None and (self.left_at or self.at) > self.due_at


@dataclass(frozen=True, kw_only=True)
class BedsBoard:
    """The beds of one service: who waits, who is in one, and how each bed stands. `unnamed`: taken by people not shown to the asker."""

    service_code: str
    title: str
    team: str
    waiting: Sequence[DoorBedRow]
    there: Sequence[DoorBedRow]
    beds: Sequence[UnitRow]
    unnamed: int

    @property
    def free(self) -> int:
        return sum(each.free for each in self.beds)


def services_of(by: Actor) -> list[str]:
    """The services whose beds the actor's teams give, at a door or as their own."""
    place = directory.place()
    at_doors = [each.service for door in doors_of(by) for each in taking(door)]
    named = [each.service for door in place.front_doors.values() for each in taking(door)]
    own = [code for code in named if {each.team for each in place.services[code].providers} & set(by.teams)]
    return sorted({*at_doors, *own}, key=lambda code: place.services[code].title)


def beds_boards(*, by: Actor, at: datetime) -> list[BedsBoard]:
    """For each service of `services_of`. Opens the gate for the people whom the actor's teams look after."""
    codes = services_of(by)
    with gate.worklist(by=by, at=at, what="front door"):
        rows = _asked(f"{_OPEN} and b.service_code = any (%(codes)s)", at, codes=codes)
    return [_board(code, [each for each in rows if each.service_code == code], at) for code in codes]


def beds_at(door: FrontDoor, *, at: datetime) -> list[DoorBedRow]:
    """Those of one door who wait for a bed or are in one. Inside an open gate; nothing is asked where no decision takes a bed."""
    return _asked(f"{_OPEN} and r.door_code = %(door)s", at, door=door.code) if taking(door) else []


def bed_of(arrival_id: UUID, *, at: datetime) -> DoorBedRow | None:
    """The latest bed of one arrival; a move that was never made is none. Inside an open gate."""
    rows = _asked("b.arrival_id = %(arrival)s and (b.ended_at is null or b.moved_from is null)", at, arrival=arrival_id)
    return max(rows, key=lambda each: (each.left_at is None and each.ended_at is None, each.asked_at, each.id), default=None)


def _board(code: str, rows: Iterable[DoorBedRow], at: datetime) -> BedsBoard:
    service, listed = directory.service(code), list(rows)
    beds = capacity.units(at=at, service_code=code)
    there = [each for each in listed if each.there]
    shown = {each.unit_id for each in there}
    return BedsBoard(
        service_code=code, title=service.title, team=service.providers[0].team, waiting=[each for each in listed if each.waits],
        there=there, beds=beds, unnamed=sum(each.taken in ("occupied", "outside") and each.id not in shown for each in beds),
    )  # fmt: skip


def _asked(which: str, at: datetime, **values: Any) -> list[DoorBedRow]:
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(which=which), {"most": MOST, **values})
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [_row(row, at) for row in rows]


def _row(row: dict[str, Any], at: datetime) -> DoorBedRow:
    place = directory.place()
    door, service = place.front_doors.get(row.pop("door_code")), place.services.get(row["service_code"])
    decision = next((each for each in taking(door) if each.service == row["service_code"]), None) if door else None
    policy = place.discharge
    return DoorBedRow(**{
        **row, "at": at, "door": door.title if door else "", "service": service.title if service else row["service_code"],
        "aim": decision.stay_aim if decision else None, "left_to": said(row["left_to"], policy) if row["left_to"] else "",
    })  # fmt: skip

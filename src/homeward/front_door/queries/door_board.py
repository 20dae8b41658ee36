"""Who is at this door now, how long since they came, how frail are they, and what is meant and decided?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.front_door.queries.declared import doors_of
from homeward.front_door.queries.door_beds import DoorBedRow, beds_at
from homeward.front_door.vocabulary import SCREENED_AFTER
from homeward.grammar.api import FrontDoor

MOST = 100
LATELY = timedelta(hours=24)
_ROWS = """
select r.id, r.person_id, r.way_code, r.why_words, r.arrived_at, r.conveyed, r.eligible, r.called, r.intended_at,
       r.intended_title, r.intended_hospital, r.decided_at, r.decided_title, r.decided_hospital,
       concat_ws(' ', nullif(n.given, ''), n.family) as name, p.birth_date,
       f.number as frailty, f.answered_at as frailty_at, d.number as delirium, d.answered_at as delirium_at, s.at as screened_at
from front_door_arrival r
join people_person p on p.id = r.person_id
left join people_personname n on n.person_id = r.person_id and n.use = 'usual' and n.valid_to is null
left join lateral (
    select a.number, a.answered_at from visits_answer a
    where a.person_id = r.person_id and a.concept = %(frailty)s order by a.answered_at desc limit 1) f on true
left join lateral (
    select a.number, a.answered_at from visits_answer a
    where a.person_id = r.person_id and a.concept = %(delirium)s order by a.answered_at desc limit 1) d on true
left join lateral (
    select min(a.answered_at) as at from visits_answer a
    where a.person_id = r.person_id and a.concept = %(frailty)s and a.answered_at >= r.arrived_at
      and a.answered_at < r.arrived_at + %(after)s) s on true
where r.door_code = %(door)s and {which}
order by {order} limit %(most)s
"""


@dataclass(frozen=True, kw_only=True)
class ArrivalRow:
    """One person at the door. A frailty number or 4AT from before they came has its own moment, and does not count as screening."""

    id: UUID
    person_id: UUID
    way: str
    why_words: str
    arrived_at: datetime
    conveyed: bool
    eligible: bool | None
    called: bool | None
    intended_at: datetime | None
    intended_title: str
    intended_hospital: bool | None
    decided_at: datetime | None
    decided_title: str
    decided_hospital: bool | None
    name: str
    birth_date: date | None
    frailty: int | None
    frailty_at: datetime | None
    delirium: int | None
    delirium_at: datetime | None
    screened_at: datetime | None
    screen_by: datetime

    @property
    def fresh(self) -> bool:
        """Was the frailty number found since they came?"""
        return self.screened_at is not None

    @property
    def changed(self) -> bool | None:
        """Was a bed meant and not taken, or the other way round? None until both are known."""
        if self.decided_hospital is None or self.intended_hospital is None:
            return None
        return self.decided_hospital != self.intended_hospital


@dataclass(frozen=True, kw_only=True)
class DoorBoard:
    """The list of one door. `here` are those not decided, who came first at the head; `lately` those of the last day.

    `beds`: those of this door who wait for a bed beside it, or are in one.
    """

    doors: Sequence[FrontDoor]
    door: FrontDoor | None
    here: Sequence[ArrivalRow]
    lately: Sequence[ArrivalRow]
    beds: Sequence[DoorBedRow] = ()


def door_board(*, by: Actor, at: datetime, door: str = "") -> DoorBoard:
    """The list of the door asked for, else of the first of the actor's. Opens the gate for the people their teams look after."""
    doors = doors_of(by)
    chosen = next((each for each in doors if each.code == door), doors[0] if doors else None)
    if chosen is None:
        return DoorBoard(doors=[], door=None, here=[], lately=[])
    with gate.worklist(by=by, at=at, what="front door"):
        here = _rows(chosen, at, "r.decided_at is null", "r.arrived_at")
        lately = _rows(chosen, at, "r.decided_at >= %(since)s", "r.decided_at desc")
        beds = beds_at(chosen, at=at)
    return DoorBoard(doors=doors, door=chosen, here=here, lately=lately, beds=beds)


def rows_of(door: FrontDoor, arrival_id: UUID, *, at: datetime) -> list[ArrivalRow]:
    """One arrival as the list shows it. Inside an open gate."""
    return _rows(door, at, "r.id = %(arrival)s", "r.arrived_at", arrival=arrival_id)


def _rows(door: FrontDoor, at: datetime, which: str, order: str, **more: UUID) -> list[ArrivalRow]:
    values: dict[str, Any] = {
        "door": door.code, "frailty": door.frailty, "delirium": door.delirium, "after": SCREENED_AFTER, "most": MOST,
        "since": at - LATELY, **more,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(which=which, order=order), values)
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    ways: dict[str, str] = {way.code: way.title for way in door.ways}
    return [_row(row, ways, door) for row in rows]


def _row(row: dict[str, Any], ways: dict[str, str], door: FrontDoor) -> ArrivalRow:
    way = str(row.pop("way_code"))
    numbers = {name: None if row[name] is None else int(row[name]) for name in ("frailty", "delirium")}
    return ArrivalRow(**{**row, **numbers}, way=ways.get(way, way), screen_by=row["arrived_at"] + door.screened_within)


def hospital_of(door: FrontDoor) -> str:
    """The hospital's name."""
    found = directory.place().organisations.get(door.hospital)
    return found.name if found else door.hospital

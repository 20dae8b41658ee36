"""Who is in a bed beside a front door in the demonstration? Some since yesterday, one for longer than meant, one who has just left."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import system
from homeward.capacity import api as capacity
from homeward.capacity.api import UnitRow
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.front_door import api as front_door
from homeward.grammar.api import Disposition, FrontDoor

CLEANED = timedelta(hours=1)
# For each door in turn: how many hours ago each of its people came to a bed.
THERE = ((19, 52, 96), (27, 44), (8, 30))
GONE = 34  # and one of the first door, who left in the last hours


def come_to_a_bed(
    arrival: UUID, door: FrontDoor, decided: Disposition, *, by: Actor, at: datetime, until: datetime
) -> UUID | None:
    """Where the decision takes a bed they come to one at `at`; returns its id.

    Each door looks first among a share of its own, so that what one did later leaves room for what another did before.
    """
    for unit in _beds(door, decided.service, at) if decided.service and at <= until else ():
        if unit.free:
            with suppress(Refused):
                front_door.take_bed(arrival_id=arrival, unit_id=unit.id, by=by, at=at)
                return unit.id
    return None


def ready_again(unit_id: UUID | None, *, until: datetime) -> None:
    """If they have left it, the bed was clean an hour later."""
    for unit in capacity.units(at=until, unit_id=unit_id) if unit_id else ():
        if unit.state == "cleaning" and unit.since is not None:
            at = min(unit.since + CLEANED, until)
            capacity.set_state(unit_id=unit.id, state="open", by=system("demo"), at=at)


def make_door_beds(door: FrontDoor, team: Sequence[Actor], *, somebody: Callable[[], UUID], until: datetime) -> None:
    """The people who are in a bed of this door now, and one who has just left."""
    decided = next((each for each in door.decided if each.service), None)
    meant = next((each for each in door.intended if each.hospital), None)
    if decided is None or meant is None:
        return
    doors = [each.code for each in place().front_doors.values() if any(one.service for one in each.decided)]
    first = doors[0] == door.code
    for hours in sorted({*THERE[doors.index(door.code) % len(THERE)], *((GONE,) if first else ())}, reverse=True):
        came, by = until - timedelta(hours=hours), team[hours % len(team)]
        with suppress(Refused):
            arrival = _decided(door, somebody(), decided, meant, by=by, at=came - timedelta(hours=3))
            come_to_a_bed(arrival, door, decided, by=by, at=came, until=until)
            if first and hours == GONE:
                left = until - timedelta(minutes=40)
                front_door.leave_bed(arrival_id=arrival, to=_home(), by=by, at=left)


def _decided(door: FrontDoor, person: UUID, decided: Disposition, meant: Disposition, *, by: Actor, at: datetime) -> UUID:
    details = front_door.ArrivalDetails(
        person_id=person, door=door.code, way=door.ways[0].code, arrived_at=at, why_words="Unsteady since this morning, and muddled"
    )
    arrival = front_door.arrive(details=details, by=by, at=at + timedelta(minutes=4))
    front_door.intend(arrival_id=arrival, code=meant.code, by=by, at=at + timedelta(minutes=12))
    front_door.decide(arrival_id=arrival, code=decided.code, decided_by=by.name, by=by, at=at + timedelta(hours=2))
    return arrival


def _beds(door: FrontDoor, service: str, at: datetime) -> list[UnitRow]:
    doors = [each.code for each in place().front_doors.values() if service in {one.service for one in each.decided}]
    beds, own = capacity.units(at=at, service_code=service), doors.index(door.code)
    return sorted(beds, key=lambda each: beds.index(each) % len(doors) != own)


def _home() -> str:
    policy = place().discharge
    return next((each.code for each in policy.destinations if each.kind == "home"), "") if policy else "home"

"""How does a bed beside the door stand on the ledger of capacity: taken when they came to it, free once they have left?

The ledger names the arrival. While somebody waits for or is in a bed, the team of the beds may open the record.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.front_door.models import Arrival, DoorBed
from homeward.front_door.queries.declared import door_called
from homeward.front_door.queries.free_beds import called, may_take
from homeward.front_door.vocabulary import BEDS, IN_BED


def open_bed(arrival: Arrival) -> DoorBed | None:
    """The bed that this arrival waits for or is in. Inside an action that holds the arrival."""
    return DoorBed.objects.filter(arrival=arrival, left_at=None, ended_at=None).first()


def require_beds(arrival: Arrival, service_code: str, *, by: Actor) -> None:
    """Raises NotPermitted unless the actor's team meets people at the door or looks after these beds; the house itself may."""
    service = directory.service(service_code)
    theirs = {*door_called(arrival.door_code).teams, *(each.team for each in service.providers)}
    if by.kind != "system" and not theirs & set(by.teams):
        raise NotPermitted(
            f"Only the team at the door and {directory.team(service.providers[0].team).name} say this.",
            next_step="Ring them.",
        )


def ask(arrival: Arrival, service_code: str, *, at: datetime) -> DoorBed:
    """They want a bed of the service from now on. Inside an action."""
    team = directory.service(service_code).providers[0].team
    row = DoorBed.objects.create(
        id=new_id(), arrival=arrival, person_id=arrival.person_id, service_code=service_code, team_code=team, asked_at=at
    )
    relationships.grant(arrival.person_id, team, kind=IN_BED, source_id=row.id, at=at)
    return row


def wait(row: DoorBed, *, at: datetime) -> None:
    """None is free: they wait for one, which is counted as unmet beside what there is."""
    capacity.count_unmet(
        service_code=row.service_code, team_code=row.team_code, need_code="", subject_id=row.arrival_id, subject_kind="arrival",
        at=at,
    )  # fmt: skip


def put(row: DoorBed, unit_id: UUID, *, came_at: datetime, by: Actor, at: datetime) -> None:
    """They are in this bed from `came_at` on. Raises Invalid, Clash when somebody has it or they lie in another."""
    require_in_no_other(row, at=at)
    unit = next((each for each in capacity.units(at=at, unit_id=unit_id) if each.service_code == row.service_code), None)
    if unit is None:
        raise Invalid({"bed": "Choose one of these beds."})
    if unit.taken != "free" and not may_take(unit, row.arrival_id):
        raise Clash(
            f"{called(unit)} has been taken meanwhile.", who="A colleague", when=unit.taken_since or at,
            next_step="Choose another bed, or let them wait for one.",
        )  # fmt: skip
    row.booking_id = capacity.occupy(
        unit_id=unit.id, arrival_id=row.arrival_id, start=came_at, until=_aim(row, came_at), by=house(by), at=at
    )
    row.unit_id, row.label, row.came_at, row.put_by = unit.id, called(unit), came_at, by.name
    row.save()
    capacity.settle_unmet(subject_id=row.arrival_id, at=at)


def require_in_no_other(row: DoorBed, *, at: datetime) -> None:
    """Raises Clash when the person is in another bed, of this arrival or of any. Nobody else puts them anywhere meanwhile."""
    one_at_a_time("a bed beside the door", row.person_id)
    there = DoorBed.objects.filter(person_id=row.person_id, left_at=None, ended_at=None, came_at__isnull=False)
    other = there.exclude(id=row.id).first()
    if other is not None:
        raise Clash(
            f"They are in {other.label} already.", who=other.put_by, when=other.came_at or at,
            next_step="Say there that they have left it, or that they were never in it.",
        )  # fmt: skip


def free(row: DoorBed, *, left_at: datetime, cleaning: bool, by: Actor, at: datetime) -> None:
    """Nobody is in it any more, from `left_at` on, if the ledger does not know already; what was promised them is given back."""
    now = capacity.units(at=at, unit_id=row.unit_id) if row.unit_id else []
    if any(each.booking_id == row.booking_id and each.taken == "occupied" for each in now):
        capacity.leave(booking_id=row.booking_id, left_at=left_at, cleaning=cleaning, by=house(by), at=at)


def over(row: DoorBed, *, by: Actor, at: datetime, why: str) -> None:
    """No bed is waited for any more."""
    held = [each.booking_id for each in capacity.kept_for(row.arrival_id, at=at) if each.ended_at is None]
    beds = capacity.units(at=at, service_code=row.service_code)
    promised = [each.promise_id for each in beds if each.promised_to == row.arrival_id and each.promise_id]
    for booking in (*held, *promised):
        capacity.release(booking_id=booking, why=why, by=house(by), at=at)
    capacity.settle_unmet(subject_id=row.arrival_id, at=at)
    relationships.end(row.id, at=at)


def happened(row: DoorBed, **facts: object) -> Happening[UUID]:
    """The event of one change: the bed's service and label, nobody's name."""
    door = door_called(row.arrival.door_code)
    return Happening(
        result=row.id, subject_kind="arrival", subject_id=row.arrival_id, person_id=row.person_id,
        facts={"door": door.code, "service": row.service_code, "bed": row.label, **facts},
        teams=tuple(dict.fromkeys((*door.teams, row.team_code))),
    )  # fmt: skip


def none_there(what: str) -> NotFound:
    """There is no such bed to say this of."""
    return NotFound(what, next_step="Look at the arrival again.")


def house(by: Actor) -> Actor:
    """The house, which alone writes on the ledger of capacity for the door."""
    return replace(by, kind="system", role=BEDS, teams=(), purpose="keeping the beds beside the front door on the ledger")


def _aim(row: DoorBed, came_at: datetime) -> datetime | None:
    declared = next((each for each in door_called(row.arrival.door_code).decided if each.service == row.service_code), None)
    return came_at + declared.stay_aim if declared and declared.stay_aim else None

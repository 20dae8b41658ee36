"""What becomes of a bed beside the door when its person dies, comes to a ward, leaves hospital, or is said on the ledger to have left it?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.foundation.events import EventRow
from homeward.front_door.actions.leave_bed import end_wait, leave_bed
from homeward.front_door.models import DoorBed
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.rules.left_for import dead, offered
from homeward.front_door.vocabulary import BEDS, NOT_SAID, TO_WARD


def end_on_death(event: EventRow) -> None:
    """Whoever was in one is in it no more; nobody waits for the dead."""
    if event.person_id is None:
        return
    for row in _open(event.person_id):
        if row.came_at is None:
            end_wait(arrival_id=row.arrival_id, words="They have died.", by=system(BEDS), at=event.at)
        else:
            _left(row, dead(directory.place().discharge), max(event.at, row.came_at))


def hear_of_hospital(event: EventRow) -> None:
    """A ward, or the way home, that is told of a time after they came to the bed: they have left it then.

    A stay that began before is the one that the bed is part of. Whoever waits goes on waiting, and the list says that they
    are on a ward.
    """
    told = event.facts.get("happened_at")
    if event.person_id is None or not told:
        return
    moment = datetime.fromisoformat(told)
    policy = directory.place().discharge
    to = str(event.facts.get("destination", NOT_SAID)) if event.kind == "stay.leave" else TO_WARD
    for row in _open(event.person_id):
        if row.came_at is not None and row.came_at < moment <= event.at:
            _left(row, to if to in offered(policy) else NOT_SAID, event.at, left_at=moment)


def hear_of_ledger(event: EventRow) -> None:
    """Somebody said on the page of the bed that whoever was in it has left: so it is here, and where to is not known.

    Who has come back to it meanwhile has it by another booking, and stays in it.
    """
    subject, left = event.facts.get("for"), event.facts.get("left")
    if not subject or not left:
        return
    told = event.facts.get("booking")
    try:
        person_id = person_of_arrival({"arrival_id": UUID(subject)})
    except NotFound:
        return  # a need or a stay
    with gate.opened_for(person_id, by=system(BEDS), at=event.at, why="capacity.leave"):
        row = DoorBed.objects.filter(
            arrival_id=UUID(subject), unit_id=UUID(event.facts["unit"]), left_at=None, ended_at=None, came_at__isnull=False,
            **({"booking_id": UUID(told)} if told else {}),
        ).first()  # fmt: skip
    if row is not None:
        _left(row, NOT_SAID, event.at, left_at=datetime.fromisoformat(left))


def _open(person_id: UUID) -> list[DoorBed]:
    return list(DoorBed.objects.filter(person_id=person_id, left_at=None, ended_at=None).order_by("asked_at"))


def _left(row: DoorBed, to: str, at: datetime, *, left_at: datetime | None = None) -> None:
    leave_bed(arrival_id=row.arrival_id, to=to, left_at=left_at, by=system(BEDS), at=at)

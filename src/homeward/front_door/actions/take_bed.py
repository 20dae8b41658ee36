"""How does somebody at the door come to a bed? With the decision, or later from among those who wait for one."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, Refused
from homeward.front_door.actions import beds
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.models import Arrival, Decision, DoorBed
from homeward.front_door.queries.declared import door_called
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.rules.dispositions import chosen
from homeward.grammar.api import Disposition


@action("front_door.take_bed", about=person_of_arrival)
def take_bed(
    *, arrival_id: UUID, unit_id: UUID, by: Actor, at: datetime, came_at: datetime | None = None
) -> Happening[UUID]:
    """They are in this bed, since `came_at` or now; returns the id of their bed. The decision must be one that takes a bed.

    Raises Refused, Invalid, Clash when somebody else has the bed or they are in one already.
    """
    arrival = held_arrival(arrival_id)
    decided = _decided(arrival)
    row = beds.open_bed(arrival)
    if row is None and (decided is None or not decided.service):
        raise Refused("What was decided takes no bed here.", next_step="Write down the decision first.")
    beds.require_beds(arrival, row.service_code if row else decided.service if decided else "", by=by)
    if row is not None and row.came_at is not None:
        raise Clash(
            f"They are in {row.label} already.", who=row.put_by, when=row.came_at, next_step="Nothing is left to do."
        )
    moment = came_at or at
    if moment > at:
        raise Invalid({"came_at": "Record it once they are there."})
    row = row or beds.ask(arrival, decided.service if decided else "", at=moment)
    beds.put(row, unit_id, came_at=moment, by=by, at=at)
    return beds.happened(row, unit=str(unit_id), happened_at=moment.isoformat())


def settle(arrival: Arrival, decided: Disposition, unit_id: UUID | None, *, by: Actor, at: datetime) -> DoorBed | None:
    """What a decision does to their bed: it takes `unit_id`, or they wait for one; a wait for another kind of bed is over.

    Whoever is in a bed stays in it until they have left, whatever is decided. Inside the action that decides.
    """
    row = beds.open_bed(arrival)
    if row is not None and row.came_at is not None:
        return row
    if row is not None and row.service_code != decided.service:
        row.ended_at, row.ended_words = at, f"Decided otherwise: {decided.title}"
        row.save()
        beds.over(row, by=by, at=at, why="front_door.decide")
        row = None
    if not decided.service:
        return None
    row = row or beds.ask(arrival, decided.service, at=at)
    if unit_id is None:
        beds.wait(row, at=at)
    else:
        beds.put(row, unit_id, came_at=at, by=by, at=at)
    return row


def _decided(arrival: Arrival) -> Disposition | None:
    latest = Decision.objects.filter(arrival=arrival).order_by("-at", "-id").first()
    return chosen(door_called(arrival.door_code).decided, latest.code) if latest else None

"""How does somebody go from one bed beside the door to another? In one act: never in both, never in neither."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.front_door.actions import beds
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.vocabulary import MOVED


@action("front_door.move_bed", about=person_of_arrival)
def move_bed(*, arrival_id: UUID, unit_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """They are in this bed from now on, and no more in the one they had, which is cleaned; returns the id of their new bed.

    How long they have been here counts from the first bed. Raises Invalid, Clash when somebody has that bed, NotFound when
    they are in none; then they stay where they are.
    """
    arrival = held_arrival(arrival_id)
    row = beds.open_bed(arrival)
    if row is None or row.came_at is None:
        raise beds.none_there("They are in no bed here.")
    beds.require_beds(arrival, row.service_code, by=by)
    if unit_id == row.unit_id:
        raise Invalid({"bed": f"They are in {row.label}. Choose another bed."})
    came = max(at, row.came_at)
    row.left_at, row.left_to, row.left_by = came, MOVED, by.name
    row.save()
    beds.free(row, left_at=came, cleaning=True, by=by, at=at)
    beds.over(row, by=by, at=at, why="front_door.move_bed")
    new = beds.ask(arrival, row.service_code, at=came)
    new.moved_from, new.since = row.id, row.since or row.came_at
    beds.put(new, unit_id, came_at=came, by=by, at=at)
    return beds.happened(new, unit=str(unit_id), moved_from=row.label, happened_at=came.isoformat())

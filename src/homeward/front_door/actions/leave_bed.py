"""When is a bed beside the door free? When the person has left it, with where to and when; not when it is ordered."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import aware, within_the_minute
from homeward.front_door.actions import beds
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.rules.left_for import offered
from homeward.front_door.vocabulary import NOT_SAID


@action("front_door.leave_bed", about=person_of_arrival)
def leave_bed(*, arrival_id: UUID, to: str, by: Actor, at: datetime, left_at: datetime | None = None) -> Happening[UUID]:
    """They have left the bed, for `to` (a code that is offered), at `left_at` or now: it is cleaned, then free for the next.

    Raises Invalid with a sentence for each that is missing, NotFound when they are in none.
    """
    arrival = held_arrival(arrival_id)
    row = beds.open_bed(arrival)
    if row is None or row.came_at is None:
        raise beds.none_there("They are in no bed here.")
    beds.require_beds(arrival, row.service_code, by=by)
    left = within_the_minute(aware(left_at or at), began=row.came_at)
    errors = {}
    if to not in offered(directory.place().discharge) and not (to == NOT_SAID and by.kind == "system"):
        errors["to"] = "Choose where they went."
    if left > at:
        errors["left_at"] = "Record it once they have left."
    elif left < row.came_at:
        errors["left_at"] = "That is before they came to it."
    if errors:
        raise Invalid(errors)
    row.left_at, row.left_to, row.left_by = left, to, by.name
    row.save()
    beds.free(row, left_at=left, cleaning=True, by=by, at=at)
    beds.over(row, by=by, at=at, why="front_door.leave_bed")
    minutes = int((left - (row.since or row.came_at)).total_seconds() // 60)
    return beds.happened(row, unit=str(row.unit_id), to=to, minutes=minutes, happened_at=left.isoformat())


@action("front_door.end_wait", about=person_of_arrival)
def end_wait(*, arrival_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """No bed is needed for them any more, and why. Raises NotFound when they wait for none."""
    arrival = held_arrival(arrival_id)
    row = beds.open_bed(arrival)
    if row is None or row.came_at is not None:
        raise beds.none_there("They wait for no bed.")
    row.ended_at, row.ended_words = at, words
    row.save()
    beds.over(row, by=by, at=at, why="front_door.end_wait")
    return beds.happened(row, words=words)

"""Which call or arrival is meant, locked until the transaction ends? Inside an open gate."""

from uuid import UUID

from homeward.foundation.errors import NotFound
from homeward.front_door.models import Arrival, Call


def held_call(call_id: UUID) -> Call:
    """The call, locked. Raises NotFound."""
    found = Call.objects.select_for_update().filter(id=call_id).first()
    if found is None:
        raise NotFound("There is no such call.", next_step="Go back to the line and choose it from the list.")
    return found


def held_arrival(arrival_id: UUID) -> Arrival:
    """The arrival, locked. Raises NotFound."""
    found = Arrival.objects.select_for_update().filter(id=arrival_id).first()
    if found is None:
        raise NotFound("There is no such arrival.", next_step="Go back to the door's list and choose it there.")
    return found

"""How is it said when a bed is likely to free? What is expected is kept beside the bed; it frees nothing."""

from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking, Expectation
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("capacity.likely_free")
def likely_free(*, unit_id: UUID, expected_at: datetime, by: Actor, at: datetime) -> Happening[None]:
    """Whoever is in the unit is expected to leave then. The newest expectation counts. Raises NotFound when nobody is in it."""
    booking = Booking.objects.filter(unit=unit_id, state="occupied").select_related("unit__line").first()
    if booking is None:
        raise NotFound("Nobody is in it, so nobody can be expected to leave.", next_step="Look at the bed again.")
    Expectation.objects.create(booking=booking, expected_at=expected_at, said_at=at, actor_name=by.name)
    return happened(booking.unit.line, None, unit=str(unit_id), expected=expected_at.isoformat())

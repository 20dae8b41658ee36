"""How is something taken given back?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking
from homeward.capacity.vocabulary import KEPT
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound, Refused


@action("capacity.release")
def release(*, booking_id: UUID, by: Actor, at: datetime, why: str = "") -> Happening[None]:
    """Give back a hold, a promise or a booking. NotFound when it is not in force any more; Refused while somebody is in it."""
    booking = (
        Booking.objects.select_for_update(of=("self",))
        .filter(id=booking_id, state__in=(*KEPT, "occupied"))
        .select_related("unit__line")
        .first()
    )
    if booking is None:
        raise NotFound("This has already been given back.", next_step="Nothing is left to do.")
    if booking.state == "occupied":
        raise Refused("Somebody is in it, and it frees when they have left.", next_step="Record that they have left.")
    booking.state, booking.ended_at = "released", at
    booking.save(update_fields=["state", "ended_at"])
    line = booking.unit.line
    return happened(line, None, why=why, **{"for": str(booking.subject_id)})

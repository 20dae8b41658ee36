"""What becomes of a hold that ran out? The house lets it go, and says so."""

from datetime import datetime
from uuid import UUID

from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("capacity.let_go")
def let_go(*, booking_id: UUID, by: Actor, at: datetime) -> Happening[None]:
    """End a hold whose time is over, and what was kept with it on the same line for the same subject. Raises NotFound when it was booked, given back or ended meanwhile."""
    booking = (
        Booking.objects.select_for_update(of=("self",))
        .filter(id=booking_id, state="held", expires_at__lte=at)
        .select_related("unit__line")
        .first()
    )
    if booking is None:
        raise NotFound("This hold is over already.", next_step="Nothing is left to do.")
    booking.state, booking.ended_at = "expired", at
    booking.save(update_fields=["state", "ended_at"])
    line = booking.unit.line
    others = Booking.objects.filter(line=line, subject_id=booking.subject_id, state="held", expires_at__lte=at)
    count = 1 + others.update(state="expired", ended_at=at)  # what was kept together is let go together
    return happened(line, None, unit=str(booking.unit_id), count=count, **{"for": str(booking.subject_id)})

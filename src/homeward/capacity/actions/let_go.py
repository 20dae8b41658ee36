"""What becomes of a hold that ran out? The house lets it go, and says so."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound

OVER = Q(state="held") | Q(state="expired", told_at=None)  # of those whose time is over


@action("capacity.let_go")
def let_go(*, booking_id: UUID, by: Actor, at: datetime) -> Happening[None]:
    """End a hold whose time is over and say so, with what was kept beside it on the same line for the same subject.

    It may have ended already, when somebody else took what it kept. Raises NotFound when it was booked, given back or said meanwhile.
    """
    booking = (
        Booking.objects.select_for_update(of=("self",))
        .filter(OVER, id=booking_id, expires_at__lte=at)
        .select_related("unit__line")
        .first()
    )
    if booking is None:
        raise NotFound("This hold is over already.", next_step="Nothing is left to do.")
    line = booking.unit.line
    together = Booking.objects.filter(OVER, line=line, subject_id=booking.subject_id, expires_at__lte=at)
    count = together.update(state="expired", ended_at=Coalesce("ended_at", Value(at)), told_at=at)
    return happened(line, None, unit=str(booking.unit_id), count=count, **{"for": str(booking.subject_id)})

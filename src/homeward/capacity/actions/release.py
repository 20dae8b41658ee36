"""How is something taken given back?"""

from datetime import datetime
from uuid import UUID

from homeward.capacity.models import Booking
from homeward.capacity.vocabulary import ACTIVE
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("capacity.release")
def release(*, booking_id: UUID, by: Actor, at: datetime, why: str = "") -> Happening[None]:
    """Give back a hold or a booking. Raises NotFound when it is not in force any more."""
    booking = (
        Booking.objects.select_for_update().filter(id=booking_id, state__in=ACTIVE).select_related("unit__line").first()
    )
    if booking is None:
        raise NotFound("This has already been given back.", next_step="Nothing is left to do.")
    booking.state, booking.ended_at = "released", at
    booking.save(update_fields=["state", "ended_at"])
    line = booking.unit.line
    facts = {"service": line.service_code, "team": line.team_code, "for": str(booking.subject_id), "why": why}
    return Happening(
        result=None, subject_kind="capacity", subject_id=line.id, person_id=None, facts=facts, teams=(line.team_code,)
    )

"""How does a bed or place free? When the person has left it, not when their discharge is ordered."""

from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.actions.next_in_line import keep_for_next
from homeward.capacity.actions.stand import stand
from homeward.capacity.actions.stand_down import retire
from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound


@action("capacity.leave")
def leave(
    *,
    by: Actor,
    at: datetime,
    unit_id: UUID | None = None,
    booking_id: UUID | None = None,
    left_at: datetime | None = None,
    cleaning: bool = False,
) -> Happening[UUID]:
    """They have left (at `left_at`, or now): the unit is free from then on; returns the booking's id.

    Say the unit or the booking. `cleaning`: it is being cleaned first, and nothing can be taken there until it is set open.
    Raises NotFound when nobody is in it.
    """
    booking = (
        Booking.objects.select_for_update(of=("self",))
        .filter(state="occupied", **({"id": booking_id} if booking_id else {"unit": unit_id}))
        .select_related("unit__line")
        .first()
    )
    if booking is None:
        raise NotFound("Nobody is in it.", next_step="Nothing is left to do.")
    left = left_at or at
    if left > at:
        raise Invalid({"left_at": "They cannot have left in the future. Say when they are expected to leave instead."})
    began = booking.period.lower
    if left <= began:  # never really there: nothing of it stands
        booking.state = "released"
    else:
        booking.state, booking.period = "left", DateTimeTZRange(began, left)
    booking.ended_at = at
    booking.save(update_fields=["state", "period", "ended_at"])
    unit = booking.unit
    if cleaning and unit.state == "open":
        stand(unit, state="cleaning", reason="", by=by, at=at)
    keep_for_next(unit, at=at)
    retire(at=at)
    facts = {"unit": str(unit.id), "booking": str(booking.id), "for": str(booking.subject_id), "left": left.isoformat()}
    return happened(unit.line, booking.id, **facts)

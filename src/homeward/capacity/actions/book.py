"""How is a bed, place or slot taken, for good or for a while?"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.actions.take import happened, take, turn
from homeward.capacity.models import Booking
from homeward.capacity.vocabulary import BookingState
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id

LONGEST_HOLD = timedelta(hours=24)


@action("capacity.hold")
def hold(
    *, line_id: UUID, start: datetime, end: datetime, subject_id: UUID, expires_at: datetime, by: Actor, at: datetime,
    unit_id: UUID | None = None, subject_kind: str = "need",
) -> Happening[UUID]:  # fmt: skip
    """Keep one thing for a need (or stay: `subject_kind`) until `expires_at` (at most a day ahead); returns the hold's id."""
    if not at < expires_at <= at + LONGEST_HOLD:
        raise Invalid({"expires_at": "A hold must run out within the next 24 hours."})
    return _take("held", line_id, unit_id, start, end, (subject_kind, subject_id), by, at, expires_at)


@action("capacity.book")
def book(
    *,
    line_id: UUID,
    start: datetime,
    end: datetime,
    subject_id: UUID,
    by: Actor,
    at: datetime,
    unit_id: UUID | None = None,
    subject_kind: str = "need",
) -> Happening[UUID]:
    """Take one thing of a line for a need from `start` to `end`; returns the booking's id. The need's own hold gives way.

    Raises Clash when the thing asked for is taken, Refused when nothing is left.
    """
    return _take("booked", line_id, unit_id, start, end, (subject_kind, subject_id), by, at, None)


def _take(
    state: BookingState, line_id: UUID, unit_id: UUID | None, start: datetime, end: datetime, subject: tuple[str, UUID],
    by: Actor, at: datetime, expires_at: datetime | None,
) -> Happening[UUID]:  # fmt: skip
    if end <= start:
        raise Invalid({"end": "The end must be after the start."})
    kind, subject_id = subject
    line = turn(line_id, subject_id=subject_id if state == "booked" else None, at=at)
    booking = Booking(
        id=new_id(), period=DateTimeTZRange(start, end), state=state, subject_id=subject_id, subject_kind=kind,
        made_at=at, actor_name=by.name, expires_at=expires_at,
    )  # fmt: skip
    take(booking, line, unit_id=unit_id)
    return happened(line, booking.id, unit=str(booking.unit_id), **{"for": str(subject_id)})

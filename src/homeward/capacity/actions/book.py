"""How is a bed, place or slot taken, for good or for a while? PostgreSQL itself refuses to give one thing twice."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.models import Booking, Line, Unit
from homeward.capacity.vocabulary import ACTIVE, BookingState
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import clock_face, london

LONGEST_HOLD = timedelta(hours=24)


@action("capacity.hold")
def hold(
    *, line_id: UUID, start: datetime, end: datetime, subject_id: UUID, expires_at: datetime, by: Actor, at: datetime,
    unit_id: UUID | None = None,
) -> Happening[UUID]:  # fmt: skip
    """Keep one thing for a need until `expires_at` (at most a day ahead); returns the hold's id."""
    if not at < expires_at <= at + LONGEST_HOLD:
        raise Invalid({"expires_at": "A hold must run out within the next 24 hours."})
    return _take("held", line_id, unit_id, start, end, subject_id, by, at, expires_at)


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
) -> Happening[UUID]:
    """Take one thing of a line for a need from `start` to `end`; returns the booking's id. The need's own hold gives way.

    Raises Clash when the thing asked for is taken, Refused when nothing is left.
    """
    Booking.objects.filter(unit__line=line_id, subject_id=subject_id, state="held").update(
        state="released", ended_at=at
    )
    return _take("booked", line_id, unit_id, start, end, subject_id, by, at, None)


def _take(
    state: BookingState, line_id: UUID, unit_id: UUID | None, start: datetime, end: datetime, subject_id: UUID,
    by: Actor, at: datetime, expires_at: datetime | None,
) -> Happening[UUID]:  # fmt: skip
    line = Line.objects.filter(id=line_id).first()
    if line is None:
        raise NotFound("There is no such line on the ledger.", next_step="Choose one from the capacity page.")
    if end <= start:
        raise Invalid({"end": "The end must be after the start."})
    Booking.objects.filter(unit__line=line, state="held", expires_at__lte=at).update(state="expired", ended_at=at)
    booking = Booking(
        id=new_id(), period=DateTimeTZRange(start, end), state=state, subject_id=subject_id, made_at=at,
        actor_name=by.name, expires_at=expires_at,
    )  # fmt: skip
    _place(booking, line, unit_id)
    facts = {"service": line.service_code, "team": line.team_code, "unit": str(booking.unit_id), "for": str(subject_id)}
    return Happening(
        result=booking.id,
        subject_kind="capacity",
        subject_id=line.id,
        person_id=None,
        facts=facts,
        teams=(line.team_code,),
    )


def _place(booking: Booking, line: Line, unit_id: UUID | None) -> None:
    free = Unit.objects.filter(line=line, withdrawn_at=None).exclude(
        bookings__in=Booking.objects.filter(state__in=ACTIVE, period__overlap=booking.period)
    )
    tries = Unit.objects.filter(line=line, id=unit_id) if unit_id else free.order_by("label")[:20]
    for unit in tries:
        booking.unit = unit
        try:
            with transaction.atomic():
                booking.save(force_insert=True)
            return
        except IntegrityError:
            continue  # somebody took it a moment ago: try the next
    taken = Booking.objects.filter(unit=unit_id, state__in=ACTIVE, period__overlap=booking.period).first()
    title = directory.service(line.service_code).title
    if taken is None:
        raise Refused(f"Nothing of {title} is free then.", next_step="Choose another time or another team.")
    until = f"{clock_face(taken.period.upper)} on {london(taken.period.upper):%-d %B}"
    raise Clash(
        f"{taken.actor_name} has already taken this until {until}.",
        who=taken.actor_name, when=taken.made_at, next_step="Choose another one or another time.",
    )  # fmt: skip

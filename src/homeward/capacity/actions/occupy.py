"""How is it said that somebody is in a bed or place? It is taken until they have left, however long they were to stay."""

from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.actions.take import happened, take, turn
from homeward.capacity.models import Booking, Expectation, Unit
from homeward.capacity.vocabulary import KEPT
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id


@action("capacity.occupy")
def occupy(
    *,
    unit_id: UUID,
    start: datetime,
    by: Actor,
    at: datetime,
    need_id: UUID | None = None,
    stay_id: UUID | None = None,
    arrival_id: UUID | None = None,
    until: datetime | None = None,
) -> Happening[UUID]:
    """Somebody (the one with this need, stay or arrival at a front door) is in the unit from `start` on; returns the booking's id.

    `until` is kept as what is expected, never as an end: only `leave` frees it. What was kept for them anywhere on the
    line gives way. Raises Clash when somebody else has it, Refused when it is not open.
    """
    named = {"need": need_id, "stay": stay_id, "arrival": arrival_id}
    given = [(kind, each) for kind, each in named.items() if each is not None]
    if len(given) != 1:
        raise Invalid({"need_id": "Say for which need, stay or arrival: one of them."})
    ((kind, subject),) = given
    unit = Unit.objects.filter(id=unit_id).first()
    if unit is None:
        raise NotFound("There is no such bed or place.", next_step="Choose one from the capacity page.")
    if until is not None and until <= start:
        raise Invalid({"until": "They cannot leave before they arrive."})
    line = turn(unit.line_id, subject_id=subject, kept=KEPT, at=at)
    booking = Booking(
        id=new_id(), period=DateTimeTZRange(start, None), state="occupied", subject_id=subject, made_at=at,
        subject_kind=kind, actor_name=by.name,
    )  # fmt: skip
    take(booking, line, unit_id=unit.id)
    if until is not None:
        Expectation.objects.create(booking=booking, expected_at=until, said_at=at, actor_name=by.name)
    facts = {"unit": str(unit.id), "for": str(subject), "until": until and until.isoformat()}
    return happened(line, booking.id, **facts)

"""How is a bed that is likely to free given to the next in line, before it is empty?"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.actions.next_in_line import keep_for_next
from homeward.capacity.actions.take import happened
from homeward.capacity.models import Booking, Unit
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, NotFound
from homeward.foundation.ids import new_id

STAY = timedelta(days=365)  # so long at most; it is theirs until they have left


@action("capacity.promise")
def promise(
    *, unit_id: UUID, by: Actor, at: datetime, need_id: UUID | None = None, stay_id: UUID | None = None,
    arrival_id: UUID | None = None,
) -> Happening[UUID]:  # fmt: skip
    """Whoever has this need, stay or arrival at a front door has the unit next; returns the promise's id. Once empty and open it is held for them.

    Raises Clash when it is promised to somebody else.
    """
    unit = Unit.objects.filter(id=unit_id, withdrawn_at=None).select_related("line").first()
    subject = arrival_id or stay_id or need_id
    if unit is None or subject is None:
        raise NotFound("There is no such bed or place.", next_step="Choose one from the capacity page.")
    promised = Booking(
        id=new_id(), unit=unit, line=unit.line, period=DateTimeTZRange(at, at + STAY), state="promised", made_at=at,
        subject_id=subject, subject_kind="arrival" if arrival_id else "stay" if stay_id else "need", actor_name=by.name,
    )  # fmt: skip
    try:
        with transaction.atomic():
            promised.save(force_insert=True)
    except IntegrityError:
        first = Booking.objects.filter(unit=unit, state="promised").first()
        who, when = (first.actor_name, first.made_at) if first else ("Somebody", at)
        raise Clash(
            f"{who} has already promised {unit.label} to somebody.", who=who, when=when, next_step="Choose another one."
        ) from None
    keep_for_next(unit, at=at)
    return happened(unit.line, promised.id, unit=str(unit.id), **{"for": str(subject)})

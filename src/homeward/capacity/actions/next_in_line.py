"""Who has the bed next? A promise becomes a hold as soon as the bed is empty and open."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.models import Booking, Unit

KEPT_FOR = timedelta(hours=4)  # how long an empty bed waits for whom it was promised to
STAY = timedelta(days=365)  # so long at most; it is theirs until they have left


def keep_for_next(unit: Unit, *, at: datetime) -> None:
    """Hold the unit for whoever it was promised to, if it is open and empty. Part of the action that made it so."""
    promised = Booking.objects.select_for_update().filter(unit=unit, state="promised").first()
    if promised is None or unit.state != "open" or unit.withdrawn_at is not None:
        return
    promised.state, promised.expires_at = "held", at + KEPT_FOR
    promised.period = DateTimeTZRange(at, at + STAY)
    try:
        with transaction.atomic():
            promised.save(update_fields=["state", "expires_at", "period"])
    except IntegrityError:
        return  # somebody is still in it: the promise stands

"""What does the ledger do by itself, minute by minute? Holds that ran out are let go."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.access.api import system
from homeward.capacity.actions.let_go import let_go
from homeward.capacity.models import Booking
from homeward.capacity.vocabulary import JOB
from homeward.foundation.errors import NotFound

AT_ONCE = 500


def let_holds_go(at: datetime) -> int:
    """Let go every hold whose time is over, the oldest first; returns how many."""
    over = Booking.objects.filter(state="held", expires_at__lte=at).order_by("expires_at").values_list("id", flat=True)
    done = 0
    for booking_id in list(over[:AT_ONCE]):
        try:
            let_go(booking_id=booking_id, by=system(JOB), at=at)
            done += 1
        except NotFound:
            continue  # booked, given back or let go in the meantime
    return done


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="capacity.let_holds_go", pass_context=False)
def every_minute(timestamp: int) -> int:
    """Look for holds that ran out."""
    return let_holds_go(datetime.fromtimestamp(timestamp, tz=UTC))

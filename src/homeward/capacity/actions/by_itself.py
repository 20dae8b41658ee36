"""What does the ledger do by itself? Lets holds go, asks about old numbers, watches the pressure, and tidies what is over."""

from datetime import datetime, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models.functions import Now

from homeward.access.api import system
from homeward.capacity.actions.let_go import OVER, let_go
from homeward.capacity.actions.note_level import note_level
from homeward.capacity.actions.nudge import nudge
from homeward.capacity.models import Booking, Change, Nudge
from homeward.capacity.queries.offers import ledger
from homeward.capacity.queries.pressures import newest_pressures
from homeward.capacity.queries.surge import readings
from homeward.capacity.vocabulary import JOB
from homeward.foundation.errors import NotFound

AT_ONCE = 500
KEPT_FOR = timedelta(days=30)
MARKED_FOR = timedelta(days=1)  # by the database's own clock, which wrote the marks; no reading is kept longer than minutes


def let_holds_go(at: datetime) -> int:
    """Let go every hold whose time is over, the oldest first; returns how many."""
    over = Booking.objects.filter(OVER, expires_at__lte=at).order_by("expires_at").values_list("id", flat=True)
    done = 0
    for booking_id in list(over[:AT_ONCE]):
        try:
            let_go(booking_id=booking_id, by=system(JOB), at=at)
            done += 1
        except NotFound:
            continue  # booked, given back or let go in the meantime
    return done


def ask_about_old_numbers(at: datetime) -> int:
    """Ask the owner of every number past its shelf-life, once until it is answered; returns how many were asked now."""
    asked = set(Nudge.objects.filter(answered_at=None).values_list("line", flat=True))
    old = [
        offer.line_id
        for listed in ledger(at=at).values()
        for offer in listed
        if offer.stale and offer.as_of is not None and offer.line_id not in asked
    ]
    for line_id in old[:AT_ONCE]:
        nudge(line_id=line_id, by=system(JOB), at=at)
    return len(old[:AT_ONCE])


def watch_pressure(at: datetime) -> int:
    """Write down every trigger whose level is another than when we last looked; returns how many changed."""
    known = newest_pressures()
    changed = [each for each in readings(at=at) if known.get(each.trigger.code, (1, at))[0] != each.level]
    for each in changed:
        note_level(trigger_code=each.trigger.code, level=each.level, value=each.value, by=system(JOB), at=at)
    return len(changed)


def tidy(at: datetime) -> int:
    """Forget what teams said was taken in days long gone (their reports stay), so that the ledger does not grow for ever."""
    gone, _ = Booking.objects.filter(state="outside", period__fully_lt=DateTimeTZRange(at - KEPT_FOR, None)).delete()
    Change.objects.filter(at__lt=Now() - MARKED_FOR).delete()
    return gone

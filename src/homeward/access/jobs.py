"""What does access do by itself? Seals the event log, makes room for the months ahead, clears what is over."""

from datetime import UTC, datetime
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app

from homeward.access.actions.ask_copy import GATHER
from homeward.access.actions.forget_tokens import forget_tokens
from homeward.access.actions.gather_export import gather, give_copy_up, throw_old_away
from homeward.foundation import events
from homeward.foundation.cut_short import when_given_up
from homeward.foundation.moments import london_day

MONTHS_AHEAD = 3
MOST_BLOCKS = 200


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="access.seal_events", pass_context=False)
def seal_events(timestamp: int) -> int:
    """Seal what is settled; returns how many events. One run seals no more than a bounded number of blocks."""
    sealed = 0
    for _ in range(MOST_BLOCKS):
        now = events.seal()
        sealed += now
        if not now:
            break
    return sealed


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="access.make_months", pass_context=False)
def make_months(timestamp: int) -> int:
    """Make the coming months' partitions of both logs; returns how many were missing."""
    first = london_day(datetime.fromtimestamp(timestamp, UTC))
    with connection.cursor() as cursor:
        cursor.execute(
            "select foundation_event_months(%s, %s) + access_opening_months(%s, %s)",
            [first, MONTHS_AHEAD, first, MONTHS_AHEAD],
        )
        return int(cursor.fetchone()[0])


@app.task(name=GATHER, pass_context=False)
def gather_copy(export_id: str) -> None:
    """Gather one copy of a person's record."""
    gather(UUID(export_id), at=datetime.now(UTC))


@when_given_up(GATHER)
def give_up(export_id: str) -> None:
    """Its worker was killed each time."""
    give_copy_up(UUID(export_id), at=datetime.now(UTC))


@app.periodic(cron="29 3 * * *")
@app.task(queueing_lock="access.throw_old_copies_away", pass_context=False)
def throw_old_copies_away(timestamp: int) -> int:
    """Empty the copies whose days are over; returns how many."""
    return throw_old_away(datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="access.clear_sessions", pass_context=False)
def clear_sessions(timestamp: int) -> int:
    """Forget sessions that are over, and codes and tokens; returns how many of the latter."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return forget_tokens(datetime.fromtimestamp(timestamp, UTC))

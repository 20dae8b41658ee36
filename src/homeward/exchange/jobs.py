"""What does the outbox do by the clock? It delivers what is due, each minute and whenever something new is put down."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from procrastinate.contrib.django import app

from homeward.exchange.actions.deliver import deliver_due, deliver_history
from homeward.exchange.actions.tell_subscribers import tell_subscribers
from homeward.exchange.vocabulary import DELIVER

LIVE = timedelta(minutes=10)


def _now() -> datetime:
    return datetime.now(UTC)


# Several may run at once, in several workers: each claims rows that nobody else has.
@app.periodic(cron="* * * * *")
@app.task(name=DELIVER, queueing_lock=DELIVER, pass_context=False)
def deliver(timestamp: int) -> int:
    """Put down what subscribers must hear, then send what is due; returns how many were tried."""
    if settings.HOMEWARD_DEMO:
        deliver_history(until=_now() - LIVE)
    tell_subscribers(at=_now())
    return deliver_due(clock=_now)

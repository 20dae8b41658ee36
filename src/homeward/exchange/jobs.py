"""What does exchange do by the clock? It delivers what is due, and makes each day the returns whose window is open."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app

from homeward.exchange.actions.deliver import deliver_due, deliver_history
from homeward.exchange.actions.tell_subscribers import tell_subscribers
from homeward.exchange.returns.actions.make import give_return_up, make
from homeward.exchange.returns.actions.prepare import prepare
from homeward.exchange.returns.vocabulary import MAKE, PREPARE
from homeward.exchange.vocabulary import DELIVER
from homeward.foundation.cut_short import when_given_up

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


@app.task(name=MAKE, pass_context=False)
def make_return(return_id: str) -> None:
    """Make one national return that was asked for."""
    make(UUID(return_id), at=_now())


@when_given_up(MAKE)
def give_up(return_id: str) -> None:
    """Its worker was killed each time."""
    give_return_up(UUID(return_id))


@app.periodic(cron="*/5 * * * *")
@app.task(name=PREPARE, queueing_lock=PREPARE, pass_context=False)
def prepare_returns(timestamp: int) -> int:
    """Ask, once a day, for every return whose window is open; returns how many."""
    return prepare(at=_now())

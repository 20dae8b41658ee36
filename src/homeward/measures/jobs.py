"""When are the numbers counted? Every three minutes, and at once when a page asks; each count is then looked at for changes."""

from datetime import UTC, datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from homeward.measures.actions.make_pack import throw_packs_away
from homeward.measures.actions.refresh import SOON, refresh_lake
from homeward.measures.actions.watch import watch_numbers

WATCH = "measures.watch"


@app.periodic(cron="*/3 * * * *")
@app.task(name="measures.refresh", queueing_lock="measures.refresh", pass_context=False)
def every_few_minutes(timestamp: int) -> None:
    """Bring the lake up to now."""
    _then_watch(refresh_lake(at=datetime.fromtimestamp(timestamp, tz=UTC)) is not None)


@app.task(name=SOON, queueing_lock=SOON, pass_context=False)
def at_once() -> None:
    """Bring the lake up to now, because somebody asked."""
    _then_watch(refresh_lake(at=datetime.now(UTC)) is not None)


@app.task(name=WATCH, queueing_lock=WATCH, pass_context=False)
def watch() -> int:
    """Look at every number for a change that chance does not explain; returns how many are new."""
    return watch_numbers(at=datetime.now(UTC))


@app.periodic(cron="41 3 * * *")
@app.task(name="measures.throw_packs_away", queueing_lock="measures.throw_packs_away", pass_context=False)
def packs_away(timestamp: int) -> int:
    """Throw away board packs whose days are over."""
    return throw_packs_away(at=datetime.fromtimestamp(timestamp, tz=UTC))


def _then_watch(counted: bool) -> None:
    """After a count, in a job of its own: counting is not held up, and two counts before it begins are looked at once."""
    if not counted:
        return
    try:
        with transaction.atomic():
            app.configure_task(WATCH, queueing_lock=WATCH).defer()
    except AlreadyEnqueued:
        pass

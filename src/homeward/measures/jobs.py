"""When are the numbers counted? Every three minutes, and at once when a page asks."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.measures.actions.refresh import SOON, refresh_lake


@app.periodic(cron="*/3 * * * *")
@app.task(name="measures.refresh", queueing_lock="measures.refresh", pass_context=False)
def every_few_minutes(timestamp: int) -> None:
    """Bring the lake up to now."""
    refresh_lake(at=datetime.fromtimestamp(timestamp, tz=UTC))


@app.task(name=SOON, queueing_lock=SOON, pass_context=False)
def at_once() -> None:
    """Bring the lake up to now, because somebody asked."""
    refresh_lake(at=datetime.now(UTC))

"""When does the ledger act by itself? Every minute, and once a night."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.capacity.actions.by_itself import ask_about_old_numbers, let_holds_go, tidy, watch_pressure
from homeward.capacity.actions.stand_down import retire


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="capacity.every_minute", pass_context=False)
def every_minute(timestamp: int) -> None:
    """Holds that ran out, numbers that grew old, pressure that changed."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    let_holds_go(at)
    ask_about_old_numbers(at)
    watch_pressure(at)
    retire(at=at)


@app.periodic(cron="23 3 * * *")
@app.task(queueing_lock="capacity.every_night", pass_context=False)
def every_night(timestamp: int) -> int:
    """Tidy."""
    return tidy(datetime.fromtimestamp(timestamp, tz=UTC))

"""Which work does the front door do by the clock? What came of advice and decisions is looked up when it is due."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.front_door.actions.find_due import find_outcomes
from homeward.front_door.actions.let_go import let_all_go


# Two of these may run at once: each check is locked, and one that was looked up already is left as it is.
@app.periodic(cron="*/5 * * * *")
@app.task(name="front_door.outcomes", queueing_lock="front_door.outcomes", pass_context=False)
def every_five_minutes(timestamp: int) -> None:
    """Look up what is due, then let go of what is over."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    try:
        find_outcomes(at)
    finally:
        let_all_go(at)

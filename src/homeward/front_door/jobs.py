"""Which work does the front door do by the clock? What came of advice and decisions is looked up when it is due."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from homeward.access.api import gate, system
from homeward.front_door.actions.find_outcome import find_outcome
from homeward.front_door.models import OutcomeCheck
from homeward.front_door.queries.told_until import told_until
from homeward.front_door.vocabulary import CHECKING

MOST = 500


def find_outcomes(at: datetime) -> int:
    """Look up every check that is due, at most 500 at a time, the longest due first; returns how many."""
    house = system(CHECKING)
    with gate.job(CHECKING, by=house, at=at):
        due = OutcomeCheck.objects.filter(state="waiting", due_at__lte=at).order_by("due_at")
        ids = list(due.values_list("id", flat=True)[:MOST])
        told = told_until() if ids else {}
    faults = []
    for each in ids:
        try:
            find_outcome(outcome_id=each, told_until=told, by=house, at=at)
        except Exception as fault:  # the next person's outcome must still be found
            faults.append(fault)
    if faults:
        raise ExceptionGroup(f"{len(faults)} of {len(ids)} outcomes could not be looked up", faults)
    return len(ids)


# Two of these may run at once: each check is locked, and one that was looked up already is left as it is.
@app.periodic(cron="*/5 * * * *")
@app.task(name="front_door.outcomes", queueing_lock="front_door.outcomes", pass_context=False)
def every_five_minutes(timestamp: int) -> None:
    """Look up what is due."""
    find_outcomes(datetime.fromtimestamp(timestamp, tz=UTC))

"""Which outcomes are due, and what was found? Each is looked up by itself, so that one fault costs nobody else theirs."""

from datetime import datetime

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

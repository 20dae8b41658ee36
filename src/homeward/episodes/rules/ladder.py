"""Who is to be told next about a wait that nobody has answered, and when?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from homeward.episodes.rules.clock import Standing
from homeward.episodes.rules.marks import Mark, effective
from homeward.episodes.vocabulary import RUNNING
from homeward.grammar.api import Calendar, Clock, Escalation, NeverOpens, add_working_time

NOTHING = timedelta(0)


def ladder(clock: Clock) -> tuple[Escalation, ...]:
    """The rungs, lowest first; the first is rung 1."""
    return tuple(sorted(clock.escalations, key=lambda rung: rung.after_fraction))


def climbed(standing: Standing, marks: Sequence[Mark]) -> int:
    """The highest rung climbed since this wait began; 0 for none."""
    begun = standing.started_at
    since = (mark for mark in effective(marks) if mark.kind == "rung" and begun is not None and mark.at >= begun)
    return max((int(mark.reason) for mark in since), default=0)


def next_rung_at(clock: Clock, calendar: Calendar, standing: Standing, *, after: int) -> datetime | None:
    """When rung `after` + 1 is reached if the wait goes on; None when it rests, is over, or no rung is left."""
    rungs = ladder(clock)
    if standing.phase != RUNNING or standing.running_since is None or after >= len(rungs):
        return None
    left = max(NOTHING, clock.target * rungs[after].after_fraction - standing.counted)
    try:
        return add_working_time(calendar, since=standing.running_since, amount=left)
    except NeverOpens:
        return None

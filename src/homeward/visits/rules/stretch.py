"""From when to when is the stretch of work that a round is about? A night is one stretch: midnight ends nobody's shift."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.foundation.moments import at_london, london_day

EVENING = 16  # o'clock: whoever works the night takes it along before leaving home
MORNING = 8  # o'clock: when nights end, unless the roster says otherwise
WRITES_UP = timedelta(hours=2)  # how long after a shift its visits are still written down
LONGEST = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Visits planned before `ends`, and what was recorded since `begins`."""

    begins: datetime
    ends: datetime


def stretch_of(at: datetime, shifts: Iterable[tuple[datetime, datetime]] = ()) -> Stretch:
    """London's calendar day and, from the evening to the morning, the whole night; a known shift makes it longer, never shorter.

    `shifts` are beginning and end. One counts from the day on which it begins until two hours after its end.
    """
    day = london_day(at)
    begins, ends = at_london(day), at_london(day + timedelta(days=1))
    if at < at_london(day, MORNING):
        begins = at_london(day - timedelta(days=1), EVENING)
    if at >= at_london(day, EVENING):
        ends = at_london(day + timedelta(days=1), MORNING)
    theirs = [(on, min(off, on + LONGEST)) for on, off in shifts if on < ends]
    theirs = [(on, off) for on, off in theirs if at < off + WRITES_UP]
    return Stretch(begins=min([begins, *(on for on, _ in theirs)]), ends=max([ends, *(off for _, off in theirs)]))

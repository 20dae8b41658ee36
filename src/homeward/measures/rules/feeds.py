"""Is a partner's feed on time, whole and sound, by the rhythm that was declared for it?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from homeward.grammar.dashboards import Feed

WINDOW = 28  # days looked back
LONDON = ZoneInfo("Europe/London")
State = Literal["never", "late", "unsound", "on_time"]
STATES: dict[State, str] = {
    "never": "Nothing heard",
    "late": "Late",
    "unsound": "Too much refused",
    "on_time": "On time",
}


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What came in the last `WINDOW` days: when last, how many rows, how many refused, on which London days."""

    last: datetime | None
    came: int
    refused: int
    days: frozenset[date]


@dataclass(frozen=True, kw_only=True)
class FeedHealth:
    """One feed as it stands. `missing` of `expected` stretches had nothing; `refused_share` is percent, None of nothing."""

    feed: Feed
    heard: Heard
    state: State
    late_by: timedelta
    missing: int
    expected: int
    stretch_days: int
    refused_share: float | None


def health(feed: Feed, heard: Heard, *, at: datetime) -> FeedHealth:
    """Late is measured from when the next one was due. The running stretch is not yet missing."""
    days = max(1, -(-int(feed.every.total_seconds()) // 86_400))
    today = at.astimezone(LONDON).date()
    expected = WINDOW // days
    missing = sum(1 for number in range(expected) if not _any_in(heard.days, today, number, days))
    share = 100 * heard.refused / heard.came if heard.came else None
    late_by = at - heard.last - feed.every if heard.last else timedelta(days=WINDOW)
    state: State = "on_time"
    if heard.last is None:
        state = "never"
    elif late_by > timedelta(0):
        state = "late"
    elif share is not None and share > feed.invalid_most:
        state = "unsound"
    return FeedHealth(
        feed=feed, heard=heard, state=state, late_by=max(timedelta(0), late_by), missing=missing, expected=expected,
        stretch_days=days, refused_share=share,
    )  # fmt: skip


def _any_in(heard: frozenset[date], today: date, number: int, days: int) -> bool:
    """Did anything come in the stretch of so many days that ended so many stretches before today?"""
    last = today - timedelta(days=1 + number * days)
    return any(last - timedelta(days=back) in heard for back in range(days))

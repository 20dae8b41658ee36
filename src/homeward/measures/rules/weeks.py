"""Which weeks does a chart show? All of them: a week without anyone is a gap, not a nought and not left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Point:
    """One week, by its Monday. `value` is None when nobody was counted. `complete`: the week is over and none is too early."""

    monday: date
    numerator: int
    denominator: int
    too_early: int
    complete: bool

    @property
    def value(self) -> float | None:
        """Percent, or nothing."""
        return 100 * self.numerator / self.denominator if self.denominator else None


def monday_of(day: date) -> date:
    """The Monday on or before the day."""
    return day - timedelta(days=day.weekday())


def weekly(counts: Mapping[date, tuple[int, int, int]], *, first: date, last: date, today: date) -> list[Point]:
    """Every week from the one of `first` to the one of `last`; `counts` are (numerator, denominator, too early) by Monday.

    `today` is the last day counted, so that a week it lies in is not complete.
    """
    points, monday = [], monday_of(first)
    while monday <= last:
        numerator, denominator, too_early = counts.get(monday, (0, 0, 0))
        over = monday + WEEK <= today and too_early == 0
        points.append(
            Point(monday=monday, numerator=numerator, denominator=denominator, too_early=too_early, complete=over)
        )
        monday += WEEK
    return points

"""Which weeks, months, quarters or years does a chart show? All of them: one without anyone is a gap, not left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from homeward.measures.rules.estimates import NOTHING, Estimate, Tally
from homeward.measures.rules.intervals import Interval

Every = Literal["week", "month", "quarter", "year"]
EVERY: Mapping[Every, str] = {"week": "week", "month": "month", "quarter": "quarter", "year": "financial year"}
WEEK = timedelta(days=7)
MONTHS: Mapping[Every, int] = {"month": 1, "quarter": 3, "year": 12}
YEAR_BEGINS = 4  # April, as the health service's and the councils' years do


@dataclass(frozen=True, kw_only=True)
class Point:
    """One period, by its first day. `value` is None when there is nothing to say. `complete`: it is over and none is too early."""

    at: date
    numerator: int
    denominator: int
    too_early: int
    complete: bool
    value: float | None
    interval: Interval | None = None
    of: float | None = None


def monday_of(day: date) -> date:
    """The Monday on or before the day."""
    return day - timedelta(days=day.weekday())


def every_called(code: str) -> Every | None:
    """The kind of period of that name, if there is one."""
    return next((each for each in EVERY if each == code), None)


def begins(day: date, every: Every) -> date:
    """The first day of the period that `day` lies in. Years are financial years."""
    if every == "week":
        return monday_of(day)
    months = MONTHS[every]
    since = (day.year * 12 + day.month - YEAR_BEGINS) // months * months + YEAR_BEGINS - 1
    return date(since // 12, since % 12 + 1, 1)


def next_one(first: date, every: Every) -> date:
    """The first day of the period after the one that begins on `first`."""
    if every == "week":
        return first + WEEK
    ahead = first.year * 12 + first.month - 1 + MONTHS[every]
    return date(ahead // 12, ahead % 12 + 1, 1)


def each(
    counts: Mapping[date, tuple[Tally, Estimate]], *, first: date, last: date, today: date, every: Every
) -> list[Point]:
    """Every period from the one of `first` to the one of `last`. One that `today` lies in, or that is cut short, is not complete."""
    points, begun = [], begins(first, every)
    while begun <= last:
        after = next_one(begun, every)
        tally, said = counts.get(begun, (Tally(), NOTHING))
        whole = first <= begun and after - timedelta(days=1) <= last
        points.append(
            Point(
                at=begun, numerator=tally.met, denominator=tally.counted, too_early=tally.too_early,
                complete=whole and after <= today and tally.too_early == 0,
                value=said.value, interval=said.interval, of=said.denominator,
            )
        )  # fmt: skip
        begun = after
    return points

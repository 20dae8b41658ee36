"""Which month does a return speak of, and when must it be given?"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.foundation.errors import Invalid
from homeward.foundation.moments import at_london
from homeward.grammar.api import ENGLAND_AND_WALES, NationalReturn, Window, WindowKind

SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Month:
    """One reporting period: a calendar month, London time."""

    first: date

    @property
    def last(self) -> date:
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    @property
    def begins_at(self) -> datetime:
        return at_london(self.first)

    @property
    def ends_at(self) -> datetime:
        """The first moment after it."""
        return at_london(self.last + timedelta(days=1))

    @property
    def code(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def title(self) -> str:
        return f"{self.first:%B %Y}"

    def later(self, months: int) -> "Month":
        """So many months on, or back."""
        number = self.first.year * 12 + self.first.month - 1 + months
        return Month(first=date(number // 12, number % 12 + 1, 1))


@dataclass(frozen=True, kw_only=True)
class Due:
    """When a window closes, and whether the publisher said so."""

    window: Window
    month: Month
    closes_on: date
    published: bool

    @property
    def opens_on(self) -> date:
        return self.month.later(self.window.months_after).first


def month_called(code: str) -> Month:
    """The month of 'CCYY-MM'. Raises Invalid."""
    try:
        return Month(first=date.fromisoformat(f"{code}-01"))
    except ValueError:
        raise Invalid({"period": "Give the month as year and month, for example 2026-10."}) from None


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return Month(first=day.replace(day=1))


def last_working_day(month: Month) -> date:
    """No Saturday, Sunday or bank holiday in England and Wales."""
    day = month.last
    while day.weekday() >= SATURDAY or day in ENGLAND_AND_WALES:
        day -= timedelta(days=1)
    return day


def due(declared: NationalReturn, month: Month, kind: WindowKind) -> Due:
    """When the window of this kind closes for the month: the published day, else the last working day."""
    window = next(each for each in declared.windows if each.kind == kind)
    said = next(
        (each.closes_on for each in declared.published if each.month == month.first and each.kind == kind), None
    )
    closes = said or last_working_day(month.later(window.months_after))
    return Due(window=window, month=month, closes_on=closes, published=said is not None)


def shut(each: Due, *, on: date) -> tuple[str, str] | None:
    """Why a return cannot be given in this window on that day, and what to do instead; None while it is open."""
    if on < each.opens_on:
        words = f"{each.month.title} is given from {_said(each.opens_on)} on: its window is not open yet."
        return words, "Look at what the checks found, and make it anew when the window opens."
    if on <= each.closes_on:
        return None
    words = f"The window for {each.month.title} closed on {_said(each.closes_on)}, so the collection would refuse it."
    if each.window.kind == "provisional":
        return words, "Make the final return of the month instead."
    return words, "Nothing more is taken for that month. Keep the return as it is, and tell the collection what was missed."


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def dues(declared: NationalReturn, *, today: date, back: int, ahead: int) -> Iterator[Due]:
    """Every closing day of the months around today, in their order."""
    months = [month_of(today).later(step) for step in range(-back, ahead + 1)]
    yield from sorted(
        (due(declared, month, window.kind) for month in months for window in declared.windows),
        key=lambda each: (each.closes_on, each.month.first),
    )

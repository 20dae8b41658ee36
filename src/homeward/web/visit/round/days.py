"""On which day is each visit of a round? Said by name, so that nobody takes tomorrow's visit for today's."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime

from homeward.foundation.moments import london_day
from homeward.visits.api import RoundRow
from homeward.web.words import weekday

NEAR = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}


def to_make(rows: Sequence[RoundRow], now: datetime) -> list[tuple[str, list[RoundRow]]]:
    """The open visits by their day, the earliest first, each under its heading; without an hour they are today's."""
    days = _by_day([row for row in rows if row.open], lambda row: row.planned_at or now)
    return [(named(day, now), days[day]) for day in sorted(days)]


def made(rows: Sequence[RoundRow], now: datetime) -> list[tuple[str, list[RoundRow]]]:
    """Those done or stopped, today's first."""
    days = _by_day([row for row in rows if not row.open], lambda row: row.done_at or now)
    return [(f"Done or stopped {_within(named(day, now))}", days[day]) for day in sorted(days, reverse=True)]


def named(day: date, now: datetime) -> str:
    """'Today, Monday 23 November', 'Tomorrow, Tuesday 24 November', 'Saturday 21 November'; the year when it is not this one."""
    today = london_day(now)
    year = f" {day.year}" if day.year != today.year else ""
    return ", ".join(part for part in (NEAR.get((day - today).days, ""), f"{weekday(day)}{year}") if part)


def _within(words: str) -> str:
    """Within a sentence, where today needs no date."""
    if words.startswith("Today"):
        return "today"
    return words[:1].lower() + words[1:] if words.startswith(tuple(NEAR.values())) else f"on {words}"


def _by_day(rows: Sequence[RoundRow], when: Callable[[RoundRow], datetime]) -> dict[date, list[RoundRow]]:
    days = defaultdict[date, list[RoundRow]](list)
    for row in rows:
        days[london_day(when(row))].append(row)
    return days

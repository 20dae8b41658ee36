"""Where does a value lie on the paper, and which marks stand beside it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, inf, log10

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WHOLE = 100.0


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A straight rule from numbers to places; both ends may be turned."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a number."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)


def ticks(low: float, high: float, *, about: int = 5, unit: str = "") -> list[float]:
    """Round numbers that reach from under `low` to over `high`: steps of 1, 2, 2.5 or 5 times a power of ten.

    Where no percentage passes 100 (a share), the axis does not either; and values that are all the same take it under nought only
    where they are themselves.
    """
    most = WHOLE if unit == "%" and high <= WHOLE + 1e-9 else inf
    if high - low <= 1e-9 * max(abs(low), abs(high), 1.0):
        room = abs(low) * 0.1 or 1.0
        low, high = low - room if low < 0 else max(0.0, low - room), high + room
    raw = (high - low) / about
    power = 10.0 ** floor(log10(raw))
    step = next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= raw * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    marks = [round(index * step, 12) for index in range(first, last + 1)]
    return [each for each in marks if each <= most]


def days_scale(days: Sequence[date], *, start: float, end: float) -> Scale:
    """From days to places, by the calendar: a week that is missing leaves its room."""
    if not days:
        return Scale(low=0, high=1, start=start, end=end)
    return Scale(low=days[0].toordinal(), high=days[-1].toordinal(), start=start, end=end)


@dataclass(frozen=True, kw_only=True)
class DayMark:
    """A label under the axis; `year` on the first, and where it is another than before."""

    at: date
    words: str
    year: str


def day_marks(days: Sequence[date], *, most: int) -> list[DayMark]:
    """Evenly chosen days among the points, the first and never more than `most`; months alone when every point is a first."""
    if not days:
        return []
    every = max(1, ceil(len(days) / most))
    chosen = list(days[::every])
    monthly = all(day.day == 1 for day in days)
    marks, year = [], 0
    for day in chosen:
        words = MONTHS[day.month - 1] if monthly else f"{day.day} {MONTHS[day.month - 1]}"
        marks.append(DayMark(at=day, words=words, year=str(day.year) if day.year != year else ""))
        year = day.year
    return marks


def edges(days: Sequence[date]) -> list[tuple[float, float]]:
    """For each day, where its share of the axis begins and ends (ordinals): half-way to its neighbours."""
    at = [day.toordinal() for day in days]
    half = [(a + b) / 2 for a, b in zip(at, at[1:], strict=False)]
    starts = [float(at[0]), *half] if at else []
    ends = [*half, float(at[-1])] if at else []
    return list(zip(starts, ends, strict=True))


def spread(places: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """The places, in the order given, moved as little as may be so that none stands closer than `gap` to another."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = [min(max(places[index], low), high) for index in order]
    for index in range(1, len(moved)):
        moved[index] = max(moved[index], moved[index - 1] + gap)
    over = moved[-1] - high if moved else 0.0
    if over > 0:
        moved[-1] = high
        for index in range(len(moved) - 2, -1, -1):
            moved[index] = min(moved[index], moved[index + 1] - gap)
    found = [0.0] * len(places)
    for place, index in zip(moved, order, strict=True):
        found[index] = place
    return found


def long_day(day: date) -> str:
    """As 4 Jan 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

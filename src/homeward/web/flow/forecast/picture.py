"""How do the next days look beside each other? A column for what is expected each day, and a line for its bounds, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

SHEETS = {"wide": (720.0, 200.0), "phone": (330.0, 240.0)}  # each about as large as it is shown, so that words can be read
LEFT, ABOVE, BELOW = 28.0, 12.0, 36.0
GRIDS = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # steps of the scale: the first of which at most four are needed


class DayAhead(Protocol):
    """One day with what is expected of it."""

    @property
    def on(self) -> date: ...
    @property
    def expected(self) -> float: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...


@dataclass(frozen=True, kw_only=True)
class Column:
    """One day, in the picture's units: `top` of what is expected, `low` and `high` of the bounds, all counted from above."""

    on: date
    x: float
    top: float
    low: float
    high: float
    weekend: bool


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One drawing; `sheet` says for which width. `grid` are the heights that have a number beside them."""

    sheet: str
    columns: tuple[Column, ...]
    grid: tuple[tuple[int, float], ...]
    wide: float
    ground: float
    width: int
    height: int


def pictured(days: Sequence[DayAhead]) -> tuple[Picture, ...]:
    """The days beside each other on one scale from nought, for a desk and for a phone; nothing when there are none."""
    return tuple(_drawn(sheet, days) for sheet in SHEETS) if days else ()


def _drawn(sheet: str, days: Sequence[DayAhead]) -> Picture:
    width, height = SHEETS[sheet]
    most = max(1.0, *(max(each.high, each.expected) for each in days))
    step = next((each for each in GRIDS if most / each <= 4), GRIDS[-1])
    ground = height - BELOW
    each_wide = (width - LEFT) / len(days)

    def height_of(value: float) -> float:
        return round(ground - (ground - ABOVE) * value / most, 1)

    columns = (
        Column(
            on=day.on, x=round(LEFT + each_wide * (number + 0.5), 1), top=height_of(day.expected),
            low=height_of(day.low), high=height_of(day.high), weekend=day.on.weekday() >= 5,
        )
        for number, day in enumerate(days)
    )  # fmt: skip
    grid = ((value, height_of(value)) for value in range(0, int(most) + 1, step))
    return Picture(
        sheet=sheet, columns=tuple(columns), grid=tuple(grid), wide=round(each_wide * 0.56, 1), ground=ground,
        width=int(width), height=int(height),
    )  # fmt: skip

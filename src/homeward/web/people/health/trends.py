"""How did each declared measurement go, and where do the points of its small picture lie?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.directory import api as directory
from homeward.grammar.api import Trend
from homeward.records import api as records
from homeward.records.api import ItemLine, Reading
from homeward.web.people.health.added_up import added_up
from homeward.web.people.health.line import source_named
from homeward.web.people.health.units import said_unit

WIDE, HIGH, EDGE = 160.0, 40.0, 4.0
MOST_POINTS = 10  # of each measurement, however often another is taken


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value as the table behind the picture shows it."""

    said: str
    at: datetime
    source: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One trend: the last value, the table behind it (newest first) and the picture's line. `words` say the picture.

    The picture joins only what stands in the unit of the last value; the table has every value with its own.

    Of a score's total, `of` says which measurements of that moment it is the total of, and `doubt` that it cannot be.
    """

    title: str
    unit: str
    last: Value
    values: Sequence[Value]
    points: str
    end: tuple[float, float]
    words: str
    of: str = ""
    doubt: str = ""


def wanted_codes() -> tuple[str, ...]:
    """Every code by which the place knows a trend, or the measurement that has it as a part."""
    declared = directory.place().trends.values()
    return tuple(dict.fromkeys(code for each in declared for code in (*each.codes, *each.within)))


def trends(rows: Iterable[ItemLine]) -> list[Shown]:
    """The trends that have a value, in the declared order. `rows` are observations with their bodies, already opened."""
    declared = sorted(directory.place().trends.values(), key=lambda each: (each.order, each.code))
    by_code = {_bare(code): each for each in declared for code in each.codes}
    found: dict[str, list[Reading]] = {}
    for reading in records.readings_in(rows, by_code.keys()):
        found.setdefault(by_code[reading.code].code, []).append(reading)
    return [_shown(each, found[each.code][-MOST_POINTS:], found) for each in declared if each.code in found]


def _shown(trend: Trend, readings: Sequence[Reading], found: Mapping[str, Sequence[Reading]]) -> Shown:
    of, doubt = added_up(trend, readings[-1], found) if trend.score else ("", "")
    values = [Value(said=_said(each, trend), at=each.at, source=source_named(each.source)) for each in readings]
    alike = [each for each in readings if _unit(each, trend) == _unit(readings[-1], trend)]
    places = spread([each.at.timestamp() for each in alike], [each.value for each in alike])
    return Shown(
        title=trend.title,
        unit=_unit(readings[-1], trend),
        last=values[-1],
        values=values[::-1],
        points=" ".join(f"{x:g},{y:g}" for x, y in places),
        end=places[-1],
        words=_words(trend, alike) + _apart(len(readings) - len(alike)),
        of=of,
        doubt=doubt,
    )


def spread(moments: Sequence[float], values: Sequence[float]) -> list[tuple[float, float]]:
    """Where each point lies: earlier to the left, higher values higher. A level line lies in the middle."""
    first, last, low, top = min(moments), max(moments), min(values), max(values)
    return [
        (
            round(EDGE + (WIDE - 2 * EDGE) * (when - first) / (last - first), 1) if last > first else WIDE / 2,
            round(HIGH - EDGE - (HIGH - 2 * EDGE) * (value - low) / (top - low), 1) if top > low else HIGH / 2,
        )
        for when, value in zip(moments, values, strict=True)
    ]


def _words(trend: Trend, readings: Sequence[Reading]) -> str:
    if len(readings) == 1:
        return f"{trend.title}: one value, {_said(readings[0], trend)}."
    low, top = min(readings, key=_value), max(readings, key=_value)
    went = f"from {_said(readings[0], trend)} to {_said(readings[-1], trend)}"
    return f"{trend.title}, the last {len(readings)} values: {went}; lowest {low.value:g}, highest {top.value:g}."


def _apart(count: int) -> str:
    if not count:
        return ""
    return f" {count} in another unit {'stands' if count == 1 else 'stand'} in the table only."


def _value(reading: Reading) -> float:
    return reading.value


def _said(reading: Reading, trend: Trend) -> str:
    return f"{reading.value:g} {_unit(reading, trend)}".strip()


def _unit(reading: Reading, trend: Trend) -> str:
    return said_unit(reading.unit or trend.unit)


def _bare(code: str) -> str:
    return code.rpartition("|")[2]

"""What is a score? Its parts, the rule it follows, and what comes out; a missing part leaves no total."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Told: TypeAlias = float | str
Parts: TypeAlias = Mapping[str, Told | None]


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that is measured or asked. A number lies from `low` to `high`; a choice is one of `choices` (code: words).

    `scored` is false for what chooses a table and has no points of its own. `step`: numbers go up by it from `low`.
    """

    column: str
    words: str
    low: float | None = None
    high: float | None = None
    step: float | None = 1
    choices: Mapping[str, str] | None = None
    unit: str = ""
    scored: bool = True


@dataclass(frozen=True, kw_only=True)
class Scored:
    """What came out. `total` is None while a part is missing; `missing` are the columns of those parts.

    `response` is a code for machines and `words` what it means; both are empty while there is no total to go by.
    `at_least` is the response that the parts measured so far already call for, where the score can tell; '' when calm.
    """

    points: Mapping[str, int | None]
    total: int | None
    response: str
    words: str
    missing: tuple[str, ...] = ()
    at_least: str = ""

    @property
    def so_far(self) -> int:
        """The points of the parts that were measured: a floor under the total, never the total."""
        return sum(each for each in self.points.values() if each is not None)


@dataclass(frozen=True, kw_only=True)
class Score:
    """A published score: its parts, the rule cited, and how it is worked out.

    `of_total`: the response that a total alone calls for, where its parts did not come with it.
    """

    name: str
    title: str
    source: str
    parts: tuple[Part, ...]
    low: int | None
    high: int | None
    work_out: Callable[[Parts], Scored]
    note: str = ""
    of_total: Callable[[int], str] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its file, in order."""
        return tuple(part.column for part in self.parts)

    def part(self, column: str) -> Part:
        """The part of that column. Raises KeyError."""
        return {part.column: part for part in self.parts}[column]


def band(value: float, bands: tuple[tuple[float, int], ...], above: int) -> int:
    """The points of the first band whose upper end reaches `value`; `above` when it lies beyond them all."""
    return next((points for upper, points in bands if value <= upper), above)


def summed(points: Mapping[str, int | None], *, missing: tuple[str, ...] = ()) -> int | None:
    """The total, or None while any part is missing."""
    kept = [each for each in points.values() if each is not None]
    return sum(kept) if len(kept) == len(points) and not missing else None


def absent(parts: Parts, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that nothing was told of."""
    return tuple(column for column in columns if parts.get(column) in (None, ""))

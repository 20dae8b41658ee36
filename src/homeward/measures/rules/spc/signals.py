"""Which points are special? The four rules of Making Data Count, over points that follow one another without a gap.

Outside a limit. Seven or more that each rise, or each fall (six steps; two alike break it). Two of three close to one limit
(beyond two thirds of the way, not past it) with all three on one side of the average. Seven or more on one side of the average
(a point on it breaks the run). A point in several is named by the first, as NHSRplotthedots 0.2 does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from homeward.measures.rules.spc.limits import Limits

RUN = 7


@dataclass(frozen=True, kw_only=True)
class Signal:
    """The rules that a point breaks, first the one that names it, and whether it is special upwards."""

    rules: tuple[str, ...]
    high: bool


def signals(values: Sequence[float], limits: Sequence[Limits]) -> list[Signal | None]:
    """For each value of an unbroken stretch: what is special about it, if anything."""
    sides = [_sign(value - line.middle) for value, line in zip(values, limits, strict=True)]
    outside = [value > line.upper or value < line.lower for value, line in zip(values, limits, strict=True)]
    close = [
        not out and (value < line.near_lower or value > line.near_upper)
        for value, line, out in zip(values, limits, outside, strict=True)
    ]
    slopes = _slopes(values)
    near = _two_in_three(close, sides)
    shifted = _shifted(sides)
    found: list[Signal | None] = []
    for index, side in enumerate(sides):
        broken = (outside[index], slopes[index] != 0, near[index], shifted[index])
        rules = tuple(rule for rule, hit in zip(_ORDER, broken, strict=True) if hit)
        high = slopes[index] > 0 if slopes[index] and not outside[index] else side > 0
        if outside[index]:
            high = values[index] > limits[index].upper
        found.append(Signal(rules=rules, high=high) if rules else None)
    return found


_ORDER = ("outside_limits", "trend", "two_in_three", "shift")


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _slopes(values: Sequence[float]) -> list[int]:
    """1 in a rise of seven or more, -1 in a fall, 0 in neither; the turning point between two belongs to the second."""
    found = [0] * len(values)
    steps = [_sign(after - before) for before, after in pairwise(values)]
    for way, start, end in _runs(steps):
        if way and end - start >= RUN - 1:
            found[start : end + 1] = [way] * (end + 1 - start)
    return found


def _shifted(sides: Sequence[int]) -> list[bool]:
    """In a run of seven or more on one side."""
    found = [False] * len(sides)
    for side, start, end in _runs(sides):
        if side and end - start >= RUN:
            found[start:end] = [True] * (end - start)
    return found


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each stretch of one sign: the sign, where it starts, and where the next starts."""
    start = 0
    for sign, group in groupby(signs):
        end = start + len(list(group))
        yield sign, start, end
        start = end


def _two_in_three(close: Sequence[bool], sides: Sequence[int]) -> list[bool]:
    """Close to a limit, in a window of three on one side of which at least two are close."""
    found = [False] * len(close)
    for start in range(len(close) - 2):
        window = range(start, start + 3)
        if abs(sum(sides[each] for each in window)) == 3 and sum(close[each] for each in window) >= 2:
            for each in window:
                found[each] = found[each] or close[each]
    return found

"""Where does a part lie beside the others, from the least that chance allows to the most?"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.measures.api import Figure, Part

WIDTH = 200
EDGE = 6


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Places on a line `WIDTH` wide: the value, both ends of its interval, and the figure of all."""

    value: float
    low: float | None
    high: float | None
    all: float | None


def reach(figure: Figure, part: Part) -> Reach | None:
    """None when the part has no value."""
    if part.value is None:
        return None
    most = _most(figure)

    def at(value: float) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * max(0.0, min(value / most, 1.0)), 1)

    low, high = (at(part.interval[0]), at(part.interval[1])) if part.interval else (None, None)
    return Reach(
        value=at(part.value),
        low=low,
        high=high,
        all=None if figure.value is None or figure.measure.kind == "count" else at(figure.value),
    )


def _most(figure: Figure) -> float:
    if figure.measure.kind == "share":
        return 100.0
    ends: Sequence[float] = [
        end
        for parts in figure.cuts.values()
        for part in parts
        for end in (part.value, part.interval[1] if part.interval and part.denominator >= 5 else None)
        if end is not None
    ]
    return max([*ends, 0.0]) or 1.0

"""Which of several places differs from all of them together by more than chance and its own size explain?

Spiegelhalter, Statistics in Medicine 2005; 24: 1185: exact binomial limits at 95% and 99.8% about the overall share, interpolated
between whole counts, so that a place with few people is not shamed by a normal curve that does not fit it.

Where places that count thousands differ among themselves by more than chance, as they ordinarily do, limits of chance alone would mark
nearly all of them. The limits are then widened by how much the places themselves differ (section 4.3, the additive model), never narrowed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, pi, sin, sqrt

from homeward.measures.rules.spc.points import SpcRefused
from homeward.measures.rules.spread import angle, between_places

ALERT, ALARM = 0.025, 0.001
EXACT_UP_TO = 2_000
NORMAL = {ALERT: 1.959964, ALARM: 3.090232}


@dataclass(frozen=True, kw_only=True)
class FunnelPart:
    """One place: so many of so many. `code` is what a link may be asked for."""

    label: str
    numerator: int
    denominator: int
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A place beside the others: its percent, the 99.8% limits at its size, and `outside`: '', alert_* or alarm_* high or low."""

    part: FunnelPart
    value: float
    lower: float
    upper: float
    outside: str


@dataclass(frozen=True, kw_only=True)
class Funnel:
    """All of them, and the share of all (percent). `between`: the spread of the places themselves (an angle) that limits allow for."""

    parts: tuple[Placed, ...]
    mean: float | None
    between: float = 0.0

    @property
    def ordinary(self) -> tuple[float, float] | None:
        """Between which percents 19 of 20 such places lie, however many they count; None where limits are those of chance alone."""
        return _around(self.mean / 100, self.between, ALERT) if self.mean is not None and self.between else None


def funnel(parts: Sequence[FunnelPart]) -> Funnel:
    """Judge places by counts; those with nobody are left out. Raises SpcRefused for a count that cannot be."""
    for each in parts:
        if not 0 <= each.numerator <= each.denominator:
            raise SpcRefused(f"{each.label}: {each.numerator} of {each.denominator} cannot be.")
    counted = [each for each in parts if each.denominator]
    total = sum(each.denominator for each in counted)
    if not total:
        return Funnel(parts=(), mean=None)
    share = sum(each.numerator for each in counted) / total
    between = between_places([(each.numerator, each.denominator) for each in counted])
    placed = tuple(_placed(each, share, between) for each in counted)
    return Funnel(parts=placed, mean=100 * share, between=between)


def limits_at(share: float, size: int, tail: float, between: float = 0.0) -> tuple[float, float]:
    """The lower and upper limit (percent) for so many people, with `tail` of chance beyond each.

    `between`: how much places differ beside chance, as `between_places` tells it.
    """
    lower, upper = _by_chance(share, size, tail)
    if not between:
        return lower, upper
    low, high = _around(share, sqrt(1 / (4 * size) + between * between), tail)
    return min(lower, low), max(upper, high)


def _around(share: float, spread: float, tail: float) -> tuple[float, float]:
    """The percents so many spreads to either side of a share, reckoned as angles."""
    middle, room = angle(share), NORMAL[tail] * spread
    return 100 * sin(max(0.0, middle - room)) ** 2, 100 * sin(min(pi / 2, middle + room)) ** 2


def _by_chance(share: float, size: int, tail: float) -> tuple[float, float]:
    if share in (0.0, 1.0):
        return 100 * share, 100 * share
    if size > EXACT_UP_TO:
        room = NORMAL[tail] * sqrt(share * (1 - share) / size)
        return max(0.0, 100 * (share - room)), min(100.0, 100 * (share + room))
    return 100 * _quantile(share, size, tail), 100 * (1 - _quantile(1 - share, size, tail))


def _quantile(share: float, size: int, tail: float) -> float:
    """The lower limit as a share: the least count whose sum of chances passes `tail`, less how far it passes it."""
    below = 0.0
    for count in range(size + 1):
        chance = _chance(share, size, count)
        if below + chance > tail:
            over = (below + chance - tail) / chance
            return max(0.0, (count - over) / size)
        below += chance
    return 1.0


def _chance(share: float, size: int, count: int) -> float:
    ways = lgamma(size + 1) - lgamma(count + 1) - lgamma(size - count + 1)
    return exp(ways + count * log(share) + (size - count) * log(1 - share))


def _placed(part: FunnelPart, share: float, between: float) -> Placed:
    value = 100 * part.numerator / part.denominator
    lower, upper = limits_at(share, part.denominator, ALARM, between)
    near_lower, near_upper = limits_at(share, part.denominator, ALERT, between)
    outside = ""
    if value < near_lower or value > near_upper:
        strength = "alarm" if value < lower or value > upper else "alert"
        outside = f"{strength}_{'high' if value > near_upper else 'low'}"
    return Placed(part=part, value=value, lower=lower, upper=upper, outside=outside)

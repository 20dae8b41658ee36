"""Do places differ among themselves by more than chance, so that the limits of a funnel are too narrow for all of them?

Spiegelhalter, Statistics in Medicine 2005; 24: 1185, section 4.2: the mean of the squared z-scores, a tenth at each end
pulled in to the tenth and ninetieth percentile, is 1 where chance alone is at work. Section 4.3: what is more than that is how
much the places themselves differ, whatever their size (moments of DerSimonian & Laird, Controlled Clinical Trials 1986; 7: 177).
"""

from collections.abc import Sequence
from math import asin, sqrt

FEWEST = 4
ENOUGH = 12  # with fewer, a place that stands apart is itself most of what they seem to differ by
TENTH = 0.1
Part = tuple[int, int]  # so many of so many


def overdispersion(parts: Sequence[Part]) -> float | None:
    """How many times wider than chance the variance is; None when it is not more than chance may give, or there are too few."""
    counted = [(part, whole) for part, whole in parts if whole > 0]
    if len(counted) < FEWEST:
        return None
    wide, sure = _mean_square(counted)
    return wide if wide > 1 + 2 * sure else None


def between_places(parts: Sequence[Part]) -> float:
    """The standard deviation of the places themselves, as angles (the arcsine of the root of a share); 0 when they need not differ,
    or are too few to tell by how much they ordinarily do."""
    counted = [(part, whole) for part, whole in parts if whole > 0]
    if len(counted) < ENOUGH or overdispersion(counted) is None:
        return 0.0
    weights = [4.0 * whole for _, whole in counted]
    over = len(counted) * _mean_square(counted)[0] - (len(counted) - 1)
    room = sum(weights) - sum(each * each for each in weights) / sum(weights)
    return sqrt(max(0.0, over) / room)


def angle(share: float) -> float:
    """A share as the angle whose chance has the same width wherever it lies: 1 / (2 √n)."""
    return asin(sqrt(share))


def _mean_square(counted: Sequence[Part]) -> tuple[float, float]:
    """The mean of the squared scores, and its standard error where chance alone is at work: larger where few are counted."""
    share = sum(part for part, _ in counted) / sum(whole for _, whole in counted)
    chance = share * (1 - share)
    if not chance:
        return 0.0, 0.0
    scores = sorted((part / whole - share) * sqrt(whole / chance) for part, whole in counted)
    low, high = _at(scores, TENTH), _at(scores, 1 - TENTH)
    variance = sum(2 + max(0.0, (1 - 6 * chance) / (whole * chance)) for _, whole in counted) / len(counted)
    return sum(min(max(each, low), high) ** 2 for each in scores) / len(scores), sqrt(variance / len(scores))


def _at(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])

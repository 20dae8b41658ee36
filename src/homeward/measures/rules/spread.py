"""Do places differ among themselves by more than chance, so that the limits of a funnel are too narrow for all of them?

Spiegelhalter, Statistics in Medicine 2005; 24: 1185, section 4.2: the mean of the squared z-scores, a tenth at each end
pulled in to the tenth and ninetieth percentile, is 1 where chance alone is at work.
"""

from collections.abc import Sequence
from math import asin, sqrt

FEWEST = 4
TENTH = 0.1


def overdispersion(parts: Sequence[tuple[int, int]]) -> float | None:
    """How many times wider than chance the variance is; None when it is not more than chance may give, or there are too few.

    `parts`: so many of so many.
    """
    counted = [(part, whole) for part, whole in parts if whole > 0]
    total = sum(whole for _, whole in counted)
    if len(counted) < FEWEST or not total:
        return None
    share = sum(part for part, _ in counted) / total
    scores = sorted(2 * sqrt(whole) * (asin(sqrt(part / whole)) - asin(sqrt(share))) for part, whole in counted)
    low, high = _at(scores, TENTH), _at(scores, 1 - TENTH)
    wide = sum(min(max(each, low), high) ** 2 for each in scores) / len(scores)
    return wide if wide > 1 + 2 * sqrt(2 / len(scores)) else None


def _at(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])

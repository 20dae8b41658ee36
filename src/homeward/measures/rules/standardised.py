"""How high would a rate be if people were as old as a standard population?

Direct standardisation with the interval of Dobson, Kuulasmaa, Eberle and Scherer (Statistics in Medicine 1991; 10: 457-462):
that of the count by Byar's approximation, scaled by the spread of the standardised rate. As public health practice
rules, nothing is said of fewer than ten events; nor where an age of the standard has nobody, for then its rate is not known.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.measures.rules.intervals import Interval, of_count

LEAST_EVENTS = 10
TOO_FEW = f"Fewer than {LEAST_EVENTS} counted: too few to standardise"


@dataclass(frozen=True, kw_only=True)
class AgeGroup:
    """One age band: what the standard gives it, how many events it had, and the people (or days) they are out of."""

    youngest: int
    weight: int
    events: int
    base: float


@dataclass(frozen=True, kw_only=True)
class Standardised:
    """A rate standardised for age with its interval; where there is none, `why_not` says why in words."""

    value: float | None
    interval: Interval | None = None
    why_not: str = ""


def standardised(groups: Sequence[AgeGroup], *, per: float) -> Standardised:
    """The rate for each `per` that these ages would have together if they were as many as in the standard."""
    events = sum(each.events for each in groups)
    if events < LEAST_EVENTS:
        return Standardised(value=None, why_not=TOO_FEW)
    empty = [each.youngest for each in groups if each.base <= 0]
    if empty:
        ages = ", ".join(str(age) for age in empty)
        return Standardised(value=None, why_not=f"Nobody in the ages from {ages}: their rate is not known")
    of_standard = per / sum(each.weight for each in groups)
    each_counts = [each.weight / each.base for each in groups]
    value = math.fsum(counts * each.events for counts, each in zip(each_counts, groups, strict=True))
    spread = math.fsum(counts * counts * each.events for counts, each in zip(each_counts, groups, strict=True))
    scale = math.sqrt(spread / events)  # the variance of a count is the count itself
    low, high = of_count(events)
    return Standardised(
        value=of_standard * value,
        interval=(max(0.0, of_standard * (value + scale * (low - events))), of_standard * (value + scale * (high - events))),
    )

"""What does a measure of each kind say, from what was counted? One tally, one estimate, whatever the kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.measures.rules.intervals import Interval, of_count, of_mean, ranks_of_median, wilson


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What was counted of some rows. `total` sums the values of those met, `base` those of all counted."""

    met: int = 0
    counted: int = 0
    too_early: int = 0
    excluded: int = 0
    with_evidence: int = 0
    valued: int = 0
    total: float = 0.0
    spread: float | None = None
    base: float = 0.0
    ordered: Sequence[float] = ()


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """The value in the measure's unit, with its interval. None: nothing to say."""

    value: float | None
    interval: Interval | None = None
    denominator: float | None = None


NOTHING = Estimate(value=None)


def estimate(tally: Tally, *, kind: str, per: float = 1, percent: bool = True) -> Estimate:
    """The figure that a tally gives for a measure of this kind."""
    match kind:
        case "share":
            return _share(tally)
        case "mean":
            return _mean(tally)
        case "median":
            return _median(tally)
        case "count":
            return _count(tally)
        case "rate":
            return _per(tally, per)
        case _:  # a ratio: a full count against a capacity, so no chance in it
            return Estimate(value=_per(tally, 100 if percent else 1).value, denominator=tally.base or None)


def _share(tally: Tally) -> Estimate:
    found = wilson(tally.met, tally.counted)
    if found is None:
        return NOTHING
    return Estimate(
        value=100 * tally.met / tally.counted,
        interval=(100 * found[0], 100 * found[1]),
        denominator=tally.counted,
    )


def _mean(tally: Tally) -> Estimate:
    if not tally.valued:
        return NOTHING
    mean = tally.total / tally.valued
    interval = of_mean(mean, tally.spread, tally.valued) if tally.spread is not None else None
    return Estimate(value=mean, interval=interval, denominator=tally.valued)


def _median(tally: Tally) -> Estimate:
    values = tally.ordered
    if not values:
        return NOTHING
    middle = len(values) // 2
    value = values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
    ranks = ranks_of_median(len(values))
    interval = (values[ranks[0] - 1], values[ranks[1] - 1]) if ranks else None
    return Estimate(value=value, interval=interval, denominator=len(values))


def _count(tally: Tally) -> Estimate:
    """The sum of values, each row without one counting as one. Only a plain count is a count of events."""
    plain = tally.valued == 0
    value = tally.met if plain else tally.total + (tally.met - tally.valued)
    return Estimate(value=float(value), interval=of_count(tally.met) if plain else None)


def _per(tally: Tally, per: float) -> Estimate:
    if tally.base <= 0:
        return NOTHING
    low, high = of_count(tally.met)
    return Estimate(
        value=per * tally.met / tally.base,
        interval=(per * low / tally.base, per * high / tally.base),
        denominator=tally.base,
    )

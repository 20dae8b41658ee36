"""Between which limits does a process vary by chance? One function for each kind of chart.

XmR: Making Data Count (NHS England): mean ± 2.66 × mean moving range, ranges of 3.267 × their mean and more dropped once;
2.66 = 3 / 1.128 and 3.267 = D4 for two (Montgomery, Introduction to Statistical Quality Control, ch. 6).
p, u, c: mean ± 3 standard deviations of the binomial or Poisson (Montgomery, ch. 7; Provost & Murray, The Health Care Data
Guide, ch. 5). g: mean ± 3 √(ḡ(ḡ+1)) (Benneyan, Health Care Management Science 2001; 4: 305). t: XmR of x^(1/3.6), taken
back (Nelson, Journal of Quality Technology 1994; 26: 239).

Where points are counted out of thousands, p, u and c limits are so narrow that the ordinary differences from month to month lie
outside; they are then widened by how much the points do vary from one to the next (Laney, Quality Engineering 2002; 14: 531).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log, sqrt

from homeward.measures.rules.spc.points import MINIMUM, SpcPoint, SpcRefused

LIMIT = 2.66
SCREEN = 3.267
SIGMAS = 3.0
POWER = 3.6
RANGE_OF_TWO = 1.128  # the mean range of two values a standard deviation of 1 apart by chance
SURE = 2 * 0.909  # two standard errors, times √n, of a standard deviation told by moving ranges


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The line and limits of one point; `near_lower` and `near_upper` are two thirds of the way to them.

    `wider`: so many times as wide as counting alone would make them.
    """

    mean: float
    middle: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    wider: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Where limits stop because no value can lie beyond; None: nowhere."""

    floor: float | None = None
    ceiling: float | None = None

    def within(self, value: float) -> float:
        """The value, or the bound that it passes."""
        if self.floor is not None and value < self.floor:
            return self.floor
        return self.ceiling if self.ceiling is not None and value > self.ceiling else value


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """What limits are reckoned from: values in order, None where the chain of moving ranges breaks."""

    chain: Sequence[SpcPoint | None]
    screen: bool
    per: float
    bounds: Bounds

    @property
    def points(self) -> list[SpcPoint]:
        """The values alone."""
        return [each for each in self.chain if each is not None]


Reckoned = Callable[[SpcPoint], Limits]


def value_of(point: SpcPoint) -> float:
    """Its value, which a gap has not."""
    if point.value is None:
        raise SpcRefused(f"{point.at.isoformat()} has no value.")
    return point.value


def size_of(point: SpcPoint) -> float:
    """What it was counted out of."""
    if point.denominator is None:
        raise SpcRefused(f"{point.at.isoformat()} has no denominator, and this kind of chart needs one.")
    return point.denominator


def mean_of(values: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """The mean, never outside what it is the mean of (rounding could put it there, and a constant series above itself)."""
    if weights is None:
        mean = fsum(values) / len(values)
    else:
        mean = fsum(v * w for v, w in zip(values, weights, strict=True)) / fsum(weights)
    return min(max(mean, min(values)), max(values))


def mean_range(values: Sequence[float | None], *, screen: bool) -> float:
    """The mean moving range; with `screen`, ranges of 3.267 times it and more are dropped, once. 0 of fewer than two."""
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not ranges:
        return 0.0
    mean = fsum(ranges) / len(ranges)
    kept = [each for each in ranges if each < SCREEN * mean] if screen else ranges
    return fsum(kept) / len(kept) if kept else mean


def beyond_counting(base: Baseline, mean: float, third: Callable[[SpcPoint], float]) -> float:
    """How many times as much values vary from one to the next as counting alone gives; 1 unless that is sure.

    `third` is the standard deviation that counting gives a point. Values that go up and down by turns vary from one to the next and
    not in all, and those of a process that was changed once in all and not from one to the next: neither is widened.
    """
    if len(base.points) < MINIMUM or not all(third(each) for each in base.points):
        return 1.0
    scores = [(value_of(each) - mean) / third(each) if each else None for each in base.chain]
    from_one_to_next = mean_range(scores, screen=base.screen) / RANGE_OF_TWO
    in_all = sqrt(fsum(each * each for each in scores if each is not None) / len(base.points))
    sure = min(from_one_to_next, in_all) > 1 + SURE / sqrt(len(base.points))
    return from_one_to_next if sure else 1.0


def counted(base: Baseline, mean: float, bounds: Bounds, third: Callable[[SpcPoint], float]) -> Reckoned:
    """Limits of what is counted, with each point's own standard deviation."""
    wider = beyond_counting(base, mean, third)
    return lambda point: around(mean, third(point), bounds, wider=wider)


def around(mean: float, third: float, bounds: Bounds, middle: float | None = None, wider: float = 1.0) -> Limits:
    """Limits three thirds to either side, stopped at the bounds; the near ones are not, so that a bound gives no signal."""
    third *= wider
    return Limits(
        wider=wider,
        mean=mean, middle=mean if middle is None else middle,
        lower=bounds.within(mean - 3 * third), upper=bounds.within(mean + 3 * third),
        near_lower=mean - 2 * third, near_upper=mean + 2 * third,
    )  # fmt: skip


def xmr(base: Baseline) -> Reckoned:
    """Individual values."""
    mean = mean_of([value_of(each) for each in base.points])
    spread = mean_range([each.value if each else None for each in base.chain], screen=base.screen)
    near = 2 * (LIMIT / 3) * spread
    same = Limits(
        mean=mean, middle=mean,
        lower=base.bounds.within(mean - LIMIT * spread), upper=base.bounds.within(mean + LIMIT * spread),
        near_lower=mean - near, near_upper=mean + near,
    )  # fmt: skip
    return lambda point: same


def p(base: Baseline) -> Reckoned:
    """Shares of `per` (100: percent): sd = √(p(per − p) / n) for each point's own n."""
    mean = mean_of([value_of(each) for each in base.points], [size_of(each) for each in base.points])
    bounds = Bounds(floor=0.0, ceiling=base.per)
    return counted(base, mean, bounds, lambda point: sqrt(mean * (base.per - mean) / size_of(point)))


def u(base: Baseline) -> Reckoned:
    """Rates per `per`: sd = √(u × per / n) for each point's own n."""
    mean = mean_of([value_of(each) for each in base.points], [size_of(each) for each in base.points])
    return counted(base, mean, Bounds(floor=0.0), lambda point: sqrt(mean * base.per / size_of(point)))


def c(base: Baseline) -> Reckoned:
    """Counts: sd = √c."""
    mean = mean_of([value_of(each) for each in base.points])
    return counted(base, mean, Bounds(floor=0.0), lambda point: sqrt(mean))


def g(base: Baseline) -> Reckoned:
    """Cases between events: sd = √(g(g+1)); sides are compared about the median, since half lie below it and not the mean."""
    mean = mean_of([value_of(each) for each in base.points])
    same = around(mean, sqrt(mean * (mean + 1)), Bounds(floor=0.0), middle=median_between(mean))
    return lambda point: same


def median_between(mean: float) -> float:
    """The median of a geometric distribution counted from nought, as a line: 0.693 × the mean when events are rare."""
    return log(2) * mean


def t(base: Baseline) -> Reckoned:
    """Time between events: an XmR of x^(1/3.6), whose lines are taken back to time."""
    roots = [value_of(each) ** (1 / POWER) if each else None for each in base.chain]
    mean = mean_of([each for each in roots if each is not None])
    spread = LIMIT * mean_range(roots, screen=base.screen)

    def back(root: float) -> float:
        return float(max(root, 0.0) ** POWER)

    same = Limits(
        mean=back(mean), middle=back(mean), lower=back(mean - spread), upper=back(mean + spread),
        near_lower=back(mean - 2 * spread / 3), near_upper=back(mean + 2 * spread / 3),
    )  # fmt: skip
    return lambda point: same


RECKONING: Mapping[str, Callable[[Baseline], Reckoned]] = {"xmr": xmr, "p": p, "u": u, "c": c, "g": g, "t": t}

"""Is a measure's series chance, or change? The chart it declares, over points that are whole."""

from collections.abc import Sequence
from datetime import date, timedelta

from homeward.grammar.api import Measure
from homeward.measures.rules.periods import Point
from homeward.measures.rules.spc import Spc, SpcPoint, SpcRefused, Target, spc

BETWEEN = frozenset({"g", "t"})  # charts of the time between rare events, whose points are the events
UNITS = {"percent": "%", "count": "", "rate": "", "days": "days", "hours": "hours", "minutes": "minutes"}


def judged(
    measure: Measure, series: Sequence[Point], *, events: Sequence[date] = (), rebases: Sequence[date] = ()
) -> Spc | None:
    """The chart of a series, or of the days between `events`; None when its chart cannot be made of such values,
    or the measure says that one would not be honest.

    A period that is not complete is a ghost: it is shown, and counts in no limit and no rule.
    """
    if measure.no_series:
        return None
    between = measure.chart in BETWEEN
    try:
        return spc(
            _between(events) if between else [_point(each, measure.kind) for each in series],
            kind=measure.chart, direction=measure.direction, targets=targets_of(measure), rebases=rebases,
            unit="days" if between else UNITS[measure.unit], per=_per(measure),
            floor=0.0 if measure.kind not in ("mean", "median") else None,
            ceiling=100.0 if measure.kind == "share" else None,
        )  # fmt: skip
    except SpcRefused:
        return None


def targets_of(measure: Measure) -> list[Target]:
    """What was aimed at from when on; a target with no day stands always."""
    if measure.targets:
        return [Target(value=each.value, since=each.starts_on) for each in measure.targets]
    return [Target(value=measure.target)] if measure.target is not None else []


def _point(point: Point, kind: str) -> SpcPoint:
    value = None if kind == "count" and point.too_early and not point.complete else point.value
    return SpcPoint(at=point.at, value=value, denominator=point.of, ghost=not point.complete)


def _between(events: Sequence[date]) -> list[SpcPoint]:
    days = sorted(set(events))
    gaps = zip(days, days[1:], strict=False)
    return [SpcPoint(at=later, value=(later - earlier) / timedelta(days=1)) for earlier, later in gaps]


def _per(measure: Measure) -> float | None:
    return measure.per if measure.chart == "u" else None

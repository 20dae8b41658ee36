"""How many will leave on each of the next ten days, how sure is that, and how good was it in the past?

The same weekday of the last six weeks, the later ones counting more. The interval is what the rule itself got wrong in
the past at the same distance: the spread between the 10th and 90th hundredth of its errors in a back-test, so that 8 of
10 days should fall within. With too little history nothing is forecast.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 6
WEIGHTS = (6, 5, 4, 3, 2, 1)  # the last week counts most
TESTED_DAYS = 56
NEEDED_DAYS = WEEKS * 7 + TESTED_DAYS
AHEAD = 10


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day ahead: what is expected, and the bounds between which 8 of 10 days should fall."""

    on: date
    expected: float
    low: int
    high: int


@dataclass(frozen=True, kw_only=True)
class BackTest:
    """How the rule did on days that are known: days tried, mean distance, share within the interval, and that of 'as last week'."""

    days: int
    error: float
    within: int
    simple_error: float


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """The next days and the back-test that says how far to trust them; no days when there is too little history."""

    days: Sequence[Day]
    test: BackTest | None


def expected(series: Mapping[date, int], on: date, known_until: date) -> float | None:
    """What the rule says for `on` from what was known at the end of `known_until`; None when a week is missing."""
    first = on
    while first > known_until:
        first -= timedelta(days=7)
    values = [series.get(first - timedelta(days=7 * week)) for week in range(WEEKS)]
    if any(value is None for value in values):
        return None
    return weighted([v or 0 for v in values])


def weighted(values: Sequence[float]) -> float:
    """The mean of as many values as there are weights, the latest first."""
    return sum(w * v for w, v in zip(WEIGHTS, values, strict=True)) / sum(WEIGHTS)


def forecast(series: Mapping[date, int], *, today: date) -> Forecast:
    """From daily counts of whole days before `today`, with noughts where nobody left."""
    known = today - timedelta(days=1)
    errors: dict[int, list[float]] = {ahead: [] for ahead in range(1, AHEAD + 1)}
    for back in range(TESTED_DAYS):
        day = known - timedelta(days=back)
        for ahead in errors:
            said = expected(series, day, day - timedelta(days=ahead))
            if said is not None and day in series:
                errors[ahead].append(series[day] - said)
    if any(len(each) < TESTED_DAYS // 2 for each in errors.values()):
        return Forecast(days=(), test=None)
    days = []
    for ahead in range(1, AHEAD + 1):
        on = known + timedelta(days=ahead)
        said = expected(series, on, known)
        if said is None:
            return Forecast(days=(), test=None)
        low, high = bounds(said, errors[ahead])
        days.append(Day(on=on, expected=round(said, 1), low=low, high=high))
    return Forecast(days=tuple(days), test=_tested(series, known))


def bounds(said: float, errors: Sequence[float]) -> tuple[int, int]:
    """Whole people, never fewer than none."""
    ordered = sorted(errors)
    low = ordered[int(0.1 * (len(ordered) - 1))]
    high = ordered[-(-int(90 * (len(ordered) - 1)) // 100)]
    return max(0, int(said + low)), max(0, -int(-(said + high) // 1))


def _tested(series: Mapping[date, int], known: date) -> BackTest:
    """Tomorrow, as it would have been said on each of the last four weeks' evenings, from what was known by then alone."""
    days, distance, within, simple = 0, 0.0, 0, 0.0
    for back in range(28):
        day = known - timedelta(days=back)
        eve = day - timedelta(days=1)
        said = expected(series, day, eve)
        before = [
            series[then] - told
            for then in (eve - timedelta(days=each) for each in range(28))
            if then in series and (told := expected(series, then, then - timedelta(days=1))) is not None
        ]
        if said is None or len(before) < 14 or day not in series:
            continue
        low, high = bounds(said, before)
        days, distance = days + 1, distance + abs(series[day] - said)
        within += low <= series[day] <= high
        simple += abs(series[day] - series.get(day - timedelta(days=7), 0))
    return BackTest(
        days=days,
        error=round(distance / days, 2) if days else 0.0,
        within=within,
        simple_error=round(simple / days, 2) if days else 0.0,
    )

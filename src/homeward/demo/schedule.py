"""When do needs arise, and whose? At the declared yearly rates, scaled to the people there are."""

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import accumulate
from uuid import UUID

from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import SyntheticPopulation, YearlyNeed

# Needs an hour, midnight to midnight: few at night, most in the morning, a second wave after school and work.
_HOURS = (1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 19, 17, 14, 14, 13, 13, 12, 11, 9, 7, 5, 4, 2, 1)
_HOUR_SUMS = tuple(accumulate(_HOURS))
RECENT = timedelta(hours=36)
HALF_A_YEAR = timedelta(weeks=26)
STRAINED_WEEKS, BEFORE_WEEKS = 9, 13


@dataclass(frozen=True, kw_only=True)
class Someone:
    """A made-up person who may come to need help. `near`: a team that visitors sign in to looks after where they live."""

    person_id: UUID
    birth_date: date
    name: str = ""
    near: bool = False
    in_care_home: bool = False


@dataclass(frozen=True, kw_only=True)
class Arising:
    """One need of one person at one moment. `slow`: teams are busy, and each step takes longer than it should."""

    at: datetime
    person_id: UUID
    need: YearlyNeed
    seed: int
    slow: bool = False


def a_year(*, shape: SyntheticPopulation, people: Sequence[Someone], seed: int, until: datetime) -> list[Arising]:
    """The needs of the year that ends at `until`, oldest first. More needs arise the older a person is."""
    rng = random.Random(f"needs {seed}")
    last = until.date()
    pools = {need.youngest: _pool(people, need.youngest, last) for need in shape.needs}
    arising = []
    for need in shape.needs:
        for _ in range(_count(rng, need.per_year * len(people) / shape.registered)):
            at = _moment(rng, last)
            if at < until:
                arising += _one(rng, need, pools[need.youngest], at)
    return sorted(arising, key=lambda one: (one.at, one.person_id))


def added(
    *, shape: SyntheticPopulation, people: Sequence[Someone], two_hour: frozenset[str], seed: int, until: datetime
) -> list[Arising]:
    """The declared needs over and above the yearly rates: `lately`, every other one near the sign-ins, and `urgent`.

    Teams are slow with some of the late ones, seldom with those of `two_hour`.
    """
    rng = random.Random(f"added {seed}")
    last, near = until.date(), [one for one in people if one.near] or people
    urgent = [need for need in shape.needs if need.need in two_hour] or list(shape.needs)
    arising = []
    for number in range(shape.lately):
        need = rng.choices(shape.needs, weights=[each.per_year for each in shape.needs])[0]
        pool = _pool(near if number % 2 else people, need.youngest, last)
        slow = rng.random() < (0.15 if need.need in two_hour else 0.6)
        arising += _one(rng, need, pool, until - RECENT * rng.random() ** 1.6, slow=slow)
    for _ in range(shape.urgent):
        need = rng.choices(urgent, weights=[each.per_year for each in urgent])[0]
        pool = _pool(people, need.youngest, last)
        arising += _one(rng, need, pool, until - RECENT - HALF_A_YEAR * rng.random())
    return sorted(arising, key=lambda one: (one.at, one.person_id))


def strained(
    *, shape: SyntheticPopulation, people: Sequence[Someone], two_hour: frozenset[str], seed: int, until: datetime
) -> list[Arising]:
    """So many two-hour needs a week near the sign-ins, for the months before the last weeks and in them."""
    rng = random.Random(f"strained {seed}")
    last, monday = until.date(), _monday(until)
    near = [one for one in people if one.near] or people
    urgent = [need for need in shape.needs if need.need in two_hour] or list(shape.needs)
    arising = []
    for week in range(1, STRAINED_WEEKS + BEFORE_WEEKS + 1):
        for _ in range(shape.strained):
            day = monday - timedelta(weeks=week) + timedelta(days=rng.randrange(7))
            at = at_london(day, rng.randint(8, 17)) + timedelta(seconds=rng.randrange(3600))
            need = rng.choices(urgent, weights=[each.per_year for each in urgent])[0]
            arising += _one(rng, need, _pool(near, need.youngest, last), at)
    return sorted(arising, key=lambda one: (one.at, one.person_id))


def held_up(
    year: Sequence[Arising],
    *,
    shape: SyntheticPopulation,
    people: Sequence[Someone],
    two_hour: frozenset[str],
    until: datetime,
) -> list[Arising]:
    """The same needs; near the sign-ins nobody keeps up with two-hour needs in the last whole weeks, where `strained` says so."""
    near = {one.person_id for one in people if one.near} or {one.person_id for one in people}
    return [
        replace(each, slow=True)
        if behind(each.at, shape=shape, until=until) and each.person_id in near and each.need.need in two_hour
        else each
        for each in year
    ]


def behind(at: datetime, *, shape: SyntheticPopulation, until: datetime) -> bool:
    """Is `at` in the last whole weeks, in which the team near the sign-ins does not keep up with two-hour needs?"""
    ends = _monday(until)
    return bool(shape.strained) and at_london(ends - timedelta(weeks=STRAINED_WEEKS)) <= at < at_london(ends)


def _monday(until: datetime) -> date:
    last = london_day(until)
    return last - timedelta(days=last.weekday())


def _one(
    rng: random.Random, need: YearlyNeed, pool: tuple[list[Someone], list[float]], at: datetime, *, slow: bool = False
) -> list[Arising]:
    """The need of somebody drawn from the pool; none when nobody is old enough."""
    people, sums = pool
    if not people:
        return []
    someone = people[bisect(sums, rng.random() * sums[-1])]
    at = at.replace(microsecond=0)
    return [Arising(at=at, person_id=someone.person_id, need=need, seed=rng.getrandbits(32), slow=slow)]


def _pool(people: Sequence[Someone], youngest: int, on: date) -> tuple[list[Someone], list[float]]:
    old_enough = [one for one in people if _age(one.birth_date, on) >= youngest]
    weights = [1.0 + max(0, _age(one.birth_date, on) - 60) ** 1.5 / 10 for one in old_enough]
    return old_enough, list(accumulate(weights))


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _count(rng: random.Random, expected: float) -> int:
    """A whole number near `expected`: its floor, or one more as often as its fraction says."""
    return int(expected) + (rng.random() < expected % 1)


def _moment(rng: random.Random, last: date) -> datetime:
    """A moment of the 366 days that end with `last`; winter is busier by a fifth, weekends quieter by a quarter."""
    while True:
        day = last - timedelta(days=rng.randrange(366))
        busy = (1.2 if day.month in (12, 1, 2) else 1.0) * (0.75 if day.weekday() >= 5 else 1.0)
        if rng.random() * 1.2 <= busy:
            hour = bisect(_HOUR_SUMS, rng.random() * _HOUR_SUMS[-1])
            return at_london(day, hour) + timedelta(seconds=rng.randrange(3600))

"""When do needs arise, and whose? At the declared yearly rates, scaled to the people there are."""

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from uuid import UUID

from homeward.foundation.moments import at_london
from homeward.grammar.api import SyntheticPopulation, YearlyNeed

# Needs an hour, midnight to midnight: few at night, most in the morning, a second wave after school and work.
_HOURS = (1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 19, 17, 14, 14, 13, 13, 12, 11, 9, 7, 5, 4, 2, 1)
_HOUR_SUMS = tuple(accumulate(_HOURS))


@dataclass(frozen=True, kw_only=True)
class Someone:
    """A made-up person who may come to need help: no more than the schedule must know."""

    person_id: UUID
    birth_date: date


@dataclass(frozen=True, kw_only=True)
class Arising:
    """One need of one person at one moment."""

    at: datetime
    person_id: UUID
    need: YearlyNeed
    seed: int


def a_year(
    *, shape: SyntheticPopulation, people: Sequence[Someone], seed: int, until: datetime
) -> list[Arising]:
    """The needs of the year that ends at `until`, oldest first. More needs arise the older a person is."""
    rng = random.Random(f"needs {seed}")
    last = until.date()
    pools: dict[int, tuple[list[Someone], list[float]]] = {}
    arising = []
    for need in shape.needs:
        if need.youngest not in pools:
            pools[need.youngest] = _pool(people, need.youngest, last)
        pool, sums = pools[need.youngest]
        if not pool:
            continue
        for _ in range(_count(rng, need.per_year * len(people) / shape.registered)):
            someone = pool[bisect(sums, rng.random() * sums[-1])]
            at = _moment(rng, last)
            if at < until:
                arising.append(
                    Arising(at=at, person_id=someone.person_id, need=need, seed=rng.getrandbits(32))
                )
    return sorted(arising, key=lambda one: (one.at, one.person_id))


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

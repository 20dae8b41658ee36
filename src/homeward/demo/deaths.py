"""Who dies in the demonstration's year? A few older people, some after days in hospital, recorded by the action that stops their help."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward.access.api import system
from homeward.demo.schedule import Arising, Someone
from homeward.directory.api import place
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import SyntheticPopulation
from homeward.hospital import api as hospital
from homeward.people.api import die

SHARE, FEWEST, LATE = 0.01, 4, 3
OLD = timedelta(days=365 * 75)
HEARD, LAST_DAYS = timedelta(days=125), timedelta(days=90)
ADMITTED = ((80, 6), (47, 9), (12, None))  # days before the death, and for how long; the last one until the death
OPEN_NEED = timedelta(hours=30)


@dataclass(frozen=True, kw_only=True)
class Death:
    """One death of the year. `stays`: when they were taken to hospital, and when they left it alive."""

    person_id: UUID
    at: datetime
    stays: tuple[tuple[datetime, datetime | None], ...]


def deaths(*, people: Sequence[Someone], seed: int, until: datetime) -> list[Death]:
    """One in a hundred, at least four; the first few so late that hospitals have told of all of their last 90 days."""
    rng = random.Random(f"deaths {seed}")
    born_before = (until - OLD).date()
    old = [one for one in people if one.birth_date <= born_before and not one.near and not one.in_care_home]
    whom = rng.sample(old, min(len(old), max(FEWEST, round(SHARE * len(people)))))
    return [_death(rng, number, one, until) for number, one in enumerate(whom)]


def last_needs(*, dying: Sequence[Death], shape: SyntheticPopulation, seed: int) -> list[Arising]:
    """A need that is open when they die, of each whom no hospital took: what the death stops is to be seen."""
    rng = random.Random(f"last needs {seed}")
    needs = [each for each in shape.needs if not place().needs[each.need].two_hour_need] or list(shape.needs)
    return [
        Arising(at=each.at - OPEN_NEED, person_id=each.person_id, need=rng.choice(needs), seed=rng.getrandbits(32))
        for each in dying
        if not each.stays
    ]


def before_their_deaths(year: Sequence[Arising], dying: Sequence[Death]) -> list[Arising]:
    """The needs without those that would arise of somebody who has died."""
    died = {each.person_id: each.at for each in dying}
    return [each for each in year if each.person_id not in died or each.at < died[each.person_id]]


def pass_away(death: Death, *, seed: int) -> Iterator[datetime]:
    """The last months of one person, in the order of time; told beside the stories of needs."""
    rng, house = random.Random(f"death {seed} {death.person_id}"), system("demo")
    policy, hospitals = place().discharge, list(place().hospitals.values())
    home = next((each.code for each in policy.destinations if each.kind == "home"), "") if policy else ""
    for came, left in death.stays if policy and hospitals and home else ():
        yield came
        where = rng.choice(hospitals)
        stay = hospital.admit(
            person_id=death.person_id, hospital=where.code, ward=rng.choice(where.wards).code, admitted_at=came,
            bed=str(rng.randrange(1, 29)), method=policy.methods[0].code if policy else "", by=house, at=came,
        )  # fmt: skip
        if left is not None:
            yield left
            hospital.leave(stay_id=stay, left_at=left, destination=home, by=house, at=left)
    yield death.at
    in_hospital = bool(death.stays) and death.stays[-1][1] is None
    die(
        person_id=death.person_id, source="hospital" if in_hospital else "practice", died_at=death.at, by=house, at=death.at
    )


def _death(rng: random.Random, number: int, one: Someone, until: datetime) -> Death:
    first, last = _whole_month(until), until - timedelta(hours=3)
    if number >= LATE:
        first = until - timedelta(days=360)
    at = (first + (last - first) * rng.random()).replace(microsecond=0)
    stays: list[tuple[datetime, datetime | None]] = []
    if number < LATE - 1:
        for days, long in ADMITTED if number == 0 else ADMITTED[1:2]:
            came = at - timedelta(days=days, hours=rng.randrange(5))
            stays.append((came, came + timedelta(days=long) if long else None))
        if number == 0:
            stays.insert(0, (until - HEARD, until - HEARD + timedelta(days=4)))
    return Death(person_id=one.person_id, at=at, stays=tuple(stays))


def _whole_month(until: datetime) -> datetime:
    """The first beginning of a month that comes 90 days after hospitals began to tell."""
    day: date = london_day(until - HEARD + LAST_DAYS) + timedelta(days=1)
    while day.day != 1:
        day += timedelta(days=1)
    return at_london(day) + timedelta(hours=1)

"""Do a few people die in the demonstration's year, late enough to be counted and in an order that can be lived?"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from homeward.demo.deaths import FEWEST, LATE, before_their_deaths, deaths, last_needs
from homeward.demo.schedule import Someone
from homeward.directory.api import place
from homeward.foundation.moments import at_london, london_day

MOMENTS = [datetime(2026, 1, 1, 0, 15, tzinfo=UTC) + timedelta(days=day, hours=day % 24) for day in range(0, 400)]
PEOPLE = [Someone(person_id=UUID(int=number), birth_date=date(1935, 3, 1)) for number in range(300)]


@pytest.mark.parametrize("until", MOMENTS[::13] + MOMENTS[28:62])
def test_the_late_deaths_have_90_days_that_hospitals_told_of(until: datetime) -> None:
    dying = deaths(people=PEOPLE, seed=7, until=until)
    assert len(dying) == FEWEST and dying == deaths(people=PEOPLE, seed=7, until=until)
    heard = min(came for each in dying for came, _ in each.stays)
    assert until - timedelta(days=126) <= heard
    for each in dying:
        assert each.at < until
        moments = [moment for stay in each.stays for moment in stay if moment] + [each.at]
        assert all(one < other for one, other in pairwise(moments)), "nobody is admitted before they left"
    for each in dying[:LATE]:
        month = at_london(london_day(each.at).replace(day=1))
        assert heard <= month - timedelta(days=90), "all of the last 90 days are known, also by the month alone"
    emergencies = [sum(came > each.at - timedelta(days=90) for came, _ in each.stays) for each in dying[:LATE]]
    assert emergencies[0] >= 3 and emergencies[1:] == [1, 0]


@pytest.mark.django_db
def test_no_need_arises_of_the_dead_and_some_die_while_they_wait() -> None:
    until, shape = MOMENTS[40], next(iter(place().populations.values()))
    dying = deaths(people=PEOPLE, seed=7, until=until)
    needs = last_needs(dying=dying, shape=shape, seed=7)
    assert {each.person_id for each in needs} == {each.person_id for each in dying if not each.stays}
    assert before_their_deaths(needs, dying) == needs
    assert not before_their_deaths(needs, [type(each)(person_id=each.person_id, at=each.at - timedelta(days=3), stays=()) for each in dying])

"""Does the demonstration hold a change in one locality that the chart itself finds, whatever the day of the week?"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from homeward.demo.making import Made, _live, _people
from homeward.demo.rounds import make_rounds
from homeward.demo.schedule import STRAINED_WEEKS, Arising, Someone, held_up, strained
from homeward.demo.staff import make_staff
from homeward.demo.story import Town
from homeward.directory.api import place
from homeward.foundation.ids import new_id
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import YearlyNeed
from homeward.measures.api import Flag, monday_of, refresh_lake, watch_numbers

LONG_ENOUGH = timedelta(weeks=5)


@pytest.mark.django_db
def test_one_locality_is_told_to_be_getting_worse(
    tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOMEWARD_DEMO = True  # type: ignore[attr-defined]  # pytest-django's settings are made at run time
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    until = datetime(2026, 11, 23, 0, 15, tzinfo=UTC)  # whom the team sees each day were then taken on in the last whole week
    shape, since = next(iter(place().populations.values())), until - timedelta(days=372)
    people = _people(shape, 60, 3, since, lambda what, done, of: None)
    staff = make_staff(place=place(), shape=shape, seed=3, since=since, tick=lambda: None)
    two_hour = frozenset(code for code, need in place().needs.items() if need.two_hour_need)
    arising = strained(shape=shape, people=people, two_hour=two_hour, seed=3, until=until)
    arising = held_up(arising, shape=shape, people=people, two_hour=two_hour, until=until)
    made = Made()
    _live(arising, [], Town(staff=staff, until=until), made, lambda what, done, of: None)
    assert not made.refused
    assert make_rounds(shape=shape, staff=staff, people=people, seed=3, at=until)
    refresh_lake(at=until, everything=True)
    watch_numbers(at=until)
    flag = Flag.objects.get(measure_code="two-hour-response", cut="locality", variation="concern_low")
    began = monday_of(london_day(until)) - timedelta(weeks=STRAINED_WEEKS)
    assert began - LONG_ENOUGH <= flag.first_on <= began + LONG_ENOUGH and "shift" in flag.rules


@pytest.mark.parametrize("day", range(16, 24))
def test_whatever_the_day_every_near_two_hour_need_of_the_last_whole_weeks_is_late(day: int) -> None:
    until, shape = datetime(2026, 11, day, 9, tzinfo=UTC), next(iter(place().populations.values()))
    near, far = (Someone(person_id=new_id(), birth_date=date(1940, 1, 1), near=each) for each in (True, False))
    wanted, other = (
        YearlyNeed(need=code, per_year=1, source="s", words=("w",), wants=("w",)) for code in ("now", "later")
    )
    monday = at_london(monday_of(london_day(until)))
    first = monday - timedelta(weeks=STRAINED_WEEKS)

    def slow(at: datetime, *, who: Someone = near, need: YearlyNeed = wanted) -> bool:
        one = Arising(at=at, person_id=who.person_id, need=need, seed=1)
        return held_up([one], shape=shape, people=[near, far], two_hour=frozenset({"now"}), until=until)[0].slow

    assert slow(first + timedelta(hours=2)) and slow(monday - timedelta(hours=2))
    assert not slow(monday) and not slow(first - timedelta(hours=2))
    assert not slow(monday - timedelta(days=1), who=far) and not slow(monday - timedelta(days=1), need=other)
    drawn = strained(shape=shape, people=[near, far], two_hour=frozenset({"fall"}), seed=1, until=until)
    assert {one.at < monday for one in drawn} == {True} and {one.person_id for one in drawn} == {near.person_id}

"""Has the demonstration a round to look at, with days behind it and a note to read?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.access.api import system
from homeward.demo.making import practices_near
from homeward.demo.persons import People
from homeward.demo.rounds import make_rounds
from homeward.demo.schedule import Someone
from homeward.demo.staff import make_staff
from homeward.directory.api import place
from homeward.people.api import register_many
from homeward.rounds import api as rounds

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def test_a_round_is_in_use_and_people_have_been_seen_before() -> None:
    shape = next(iter(place().populations.values()))
    since = AT - timedelta(days=30)
    drawn = list(People(place=place(), shape=shape, seed=1, day=since.date()).draw(150))
    near = practices_near(shape, since.date())
    people = [
        Someone(person_id=person_id, birth_date=told.birth_date or date(1940, 1, 1), near=told.practice_code in near)
        for person_id, told in zip(register_many(people=drawn, by=system("demo"), at=since), drawn, strict=True)
    ]
    staff = make_staff(place=place(), shape=shape, seed=1, since=since, tick=lambda: None)
    made = make_rounds(shape=shape, staff=staff, people=people, seed=1, at=AT)
    assert made >= 4
    team = next(one.team for one in shape.sign_ins if one.team and staff.who_may("round.use_plan", team=one.team))
    by = staff.who_may("round.use_plan", team=team)[0]
    found = rounds.day(team=team, day=AT.date(), by=by, at=AT)
    assert found.in_use is not None and len(found.runs) == 3
    assert len(found.stops) >= made and all(row.staff for row in found.rows[:made])
    assert [each.words for each in found.unread]
    faces = rounds.faces_of(team, by=by, at=AT)
    assert faces.whole is not None and len(faces.people) == min(faces.whole.people, 50)
    assert [each.figures.upc for each in faces.people] == sorted(each.figures.upc for each in faces.people)
    assert all(each.name != "Name not known" and each.figures.visits >= 3 for each in faces.people)

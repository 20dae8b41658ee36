"""Is the citizen's record shut to the crew that opens it out of turn in the demonstration?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.access.api import gate, relationships, system
from homeward.demo.making import practices_near
from homeward.demo.persons import People
from homeward.demo.schedule import Arising, Someone
from homeward.demo.staff import citizen_record, make_citizens
from homeward.directory.api import place
from homeward.foundation.ids import new_id
from homeward.people.api import register_many

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("known", [0, 1, 2])
def test_whom_no_crew_looks_after_has_the_citizens_account_before_whoever_asked_later(known: int) -> None:
    shape = next(iter(place().populations.values()))
    drawn = list(People(place=place(), shape=shape, seed=1, day=AT.date()).draw(40))
    near = [told for told in drawn if told.practice_code in practices_near(shape, AT.date())][:2]
    ids = register_many(people=near, by=system("demo"), at=AT)
    people = [Someone(person_id=each, birth_date=date(1940, 1, 1), name="Ivy Cole", near=True) for each in ids]
    year = [
        Arising(at=AT + timedelta(hours=number), person_id=each, need=shape.needs[0], seed=1)
        for number, each in enumerate(ids)
    ]
    crew = next(one.team for one in shape.sign_ins if one.role == "paramedic")
    for each in list(reversed(ids))[:known]:
        with gate.person(each, by=system("demo"), at=AT, why="test"):
            relationships.grant(each, crew, kind="referral", source_id=new_id(), at=AT)
    make_citizens(shape=shape, people=people, year=year, at=AT)
    assert citizen_record(shape, at=AT) == (ids[0] if known == 1 else ids[1])

"""Do colleagues see who else has a person's page open, and nobody else?"""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.people.actions.look import forget_old_looks
from homeward.people.models import Looker
from homeward.people.tests.support import AT, house, make
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db


def coordinator(name: str) -> Actor:
    team = next(code for code, team in place().teams.items() if team.hub)
    return staff(role="hub-coordinator", teams=(team,), name=name)


def opens(person_id: UUID, by: Actor) -> list[str]:
    with gate.person(person_id, by=by, at=AT, why="person page"):
        return [each.name for each in people.look(person_id, by=by, at=AT)]


def told(person_id: UUID, by: Actor, at: datetime = AT) -> list[str]:
    others, version = people.still_looking(person_id, by=by, at=at)
    assert version == people.banner(person_id, house(), AT).version
    return [each.name for each in others]


def test_two_who_open_the_same_page_see_each_other_until_one_leaves() -> None:
    person, asha, sam = make(), coordinator("Asha Patel"), coordinator("Sam Okoro")
    assert opens(person.id, asha) == []
    assert opens(person.id, sam) == ["Asha Patel"]
    assert told(person.id, asha) == ["Sam Okoro"]
    people.look_away(person.id, by=sam)
    assert told(person.id, asha) == []


def test_closing_one_page_leaves_the_mark_of_another_of_the_same_session() -> None:
    person, asha, sam = make(), coordinator("Asha Patel"), coordinator("Sam Okoro")
    with gate.person(person.id, by=asha, at=AT, why="person page"):
        people.look(person.id, by=asha, at=AT, page="one")
        assert people.look(person.id, by=asha, at=AT, page="two") == []  # nobody else
    people.look_away(person.id, by=asha, page="one")
    assert opens(person.id, sam) == ["Asha Patel"]
    assert people.still_looking(person.id, by=asha, at=AT, page="one") == ([], "")
    assert [each.name for each in people.still_looking(person.id, by=asha, at=AT, page="two")[0]] == ["Sam Okoro"]


def test_a_look_is_over_after_fifteen_seconds() -> None:
    person, asha, sam = make(), coordinator("Asha Patel"), coordinator("Sam Okoro")
    opens(person.id, asha), opens(person.id, sam)
    later = AT + timedelta(seconds=16)
    assert told(person.id, asha, later) == []


def test_whoever_has_not_opened_the_record_learns_nothing() -> None:
    person, asha, eve = make(), coordinator("Asha Patel"), coordinator("Eve Stone")
    opens(person.id, asha)
    assert people.still_looking(person.id, by=eve, at=AT) == ([], "")
    assert not Looker.objects.exists()  # outside the gate the table is empty


def test_old_looks_are_forgotten() -> None:
    person, asha = make(), coordinator("Asha Patel")
    opens(person.id, asha)
    with gate.job("looks", by=house(), at=AT):
        assert forget_old_looks(AT + timedelta(minutes=4)) == 0
        assert forget_old_looks(AT + timedelta(minutes=6)) == 1

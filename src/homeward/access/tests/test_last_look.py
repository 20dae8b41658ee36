"""When did somebody last look, if they open the pages of one person again and again?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.access.api import gate, last_look
from homeward.access.rules.sitting import before_this_sitting
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import staff

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def minutes(*ago: float) -> list[datetime]:
    return [NOW - timedelta(minutes=each) for each in ago]


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        ((), None),
        ((0,), None),
        ((0, 5, 20), None),  # one sitting so far
        ((0, 31), 31),
        ((0, 29, 58, 90), 90),  # each within half an hour of the next, but the last
        ((45, 3, 120), 45),  # in any order
        ((-5, 0, 60), 60),  # what is later than now is not heard
    ],
)
def test_openings_close_together_are_one_look(ago: tuple[float, ...], expected: float | None) -> None:
    found = before_this_sitting(minutes(*ago), at=NOW)
    assert found == (None if expected is None else minutes(expected)[0])


@pytest.mark.django_db
def test_each_has_a_last_look_of_their_own() -> None:
    team = next(code for code, team in place().teams.items() if team.hub)
    asha, sam = (staff(role="hub-coordinator", teams=(team,), name=name) for name in ("Asha Patel", "Sam Okoro"))
    person_id, before = new_id(), NOW - timedelta(days=3)
    with gate.person(person_id, by=asha, at=before, why="person page"):
        assert last_look(person_id, by=asha, at=before) is None
    with gate.person(person_id, by=sam, at=NOW - timedelta(hours=1), why="person page"):
        pass
    with gate.person(person_id, by=asha, at=NOW, why="person page"):
        assert last_look(person_id, by=asha, at=NOW) == before
    with gate.person(new_id(), by=asha, at=NOW, why="person page"):
        assert last_look(person_id, by=asha, at=NOW) is None  # another person's log stays shut


@pytest.mark.django_db
def test_a_look_is_remembered_however_often_a_partners_system_asks_for_the_record() -> None:
    team = next(code for code, team in place().teams.items() if team.hub)
    asha, before = staff(role="hub-coordinator", teams=(team,), name="Asha Patel"), NOW - timedelta(days=2)
    partner = Actor(user_id=new_id(), name="A ward system", kind="partner", organisation="uhb", role="shared-record", teams=("uhb",))
    person_id = new_id()
    with gate.person(person_id, by=asha, at=before, why="person page"):
        pass
    for minute in range(600):
        with gate.person(person_id, by=partner, at=before + timedelta(minutes=1 + minute), why="read"):
            pass
    with gate.person(person_id, by=asha, at=NOW, why="person page"):
        assert last_look(person_id, by=asha, at=NOW) == before

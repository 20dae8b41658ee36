"""Are the newest looks found, and counted truly, of somebody whose record is opened all day long?"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper

from homeward.access.api import gate, who_looked
from homeward.access.queries import who_looked as looking
from homeward.access.tests.arranging import AT, field_worker, looked_after_by, two_teams
from homeward.foundation.actions import Actor
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)
NEWEST = "select * from access_newest(array[%s::uuid], '2000-01-01', '9000-01-01', null, 5)"


def looks(person_id: UUID, by: Actor, *, times: int, first: int = 0) -> None:
    for number in range(first, first + times):
        with gate.person(person_id, by=by, at=AT + timedelta(seconds=number), why="planning a visit"):
            pass


def rows_read(cursor: CursorWrapper) -> int:
    """How many rows of the log this transaction has read so far."""
    cursor.execute(
        "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables where relname like 'access_opening%'"
    )
    return int(cursor.fetchone()[0])


@pytest.mark.hazard(
    "HZ-S73-25",
    hazard="The record of somebody whom partners' systems ask about all day opens slower from week to week, and a paramedic waits at the door.",
    control="Who looked last is read from the end of an index, however many looked before.",
)
def test_the_newest_are_found_without_reading_the_others() -> None:
    team = two_teams()[0]
    person_id, nurse = looked_after_by(team), field_worker(team)
    looks(person_id, nurse, times=400)
    with gate.person(person_id, by=nurse, at=LATER, why="counting"), connection.cursor() as cursor:
        cursor.execute("set local random_page_cost = 1000")  # an index seems dear where of most people there are few
        at_first = rows_read(cursor)
        cursor.execute("select 1 from access_opening where person_id = %s limit 1", [person_id])
        one = rows_read(cursor)  # with what the gate itself reads
        cursor.execute(NEWEST, [person_id])
        assert len(cursor.fetchall()) == 5
        assert rows_read(cursor) - one <= one - at_first + 10


def test_a_day_with_more_than_are_read_says_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "STRETCH", 4)
    team = two_teams()[0]
    person_id, nurse = looked_after_by(team), field_worker(team)
    looks(person_id, nurse, times=9)

    def told() -> list[tuple[int, bool]]:
        return [
            (each.times, each.at_least)
            for each in who_looked(person_id, by=own, at=AT + timedelta(hours=1))
            if each.actor_id == nurse.user_id
        ]

    own = citizen(person_id=person_id)
    assert told() == [(3, True)]  # of four that are read one is the person's own, just now
    monkeypatch.setattr(looking, "STRETCH", 40)
    assert told() == [(9, False)]

"""Do two processes make what one makes, and is one half never taken for the whole?"""

import os
import random
import signal
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from homeward.access.api import gate, system
from homeward.demo.deaths import Death, pass_away
from homeward.demo.making import Made, _live, _people, _sides
from homeward.demo.schedule import added
from homeward.demo.side_by_side import HalfLost, halves
from homeward.demo.staff import make_staff
from homeward.demo.story import Town
from homeward.directory.api import place
from homeward.foundation import ids

UNTIL = datetime(2026, 11, 21, 12, tzinfo=UTC)
NEEDS = 8
KEPT = {
    "foundation_event": "id, kind, at, person_id, subject_id, actor_id, facts, teams",
    "referrals_servicerequest": "id, person_id, state, owner_team, service_code, version",
    "episodes_clock": "id, subject_id, code, phase, counted, due_at, met",
    "visits_encounter": "id, person_id, state, practitioner_user, contact_at",
    "exchange_outgoing": "id, person_id, kind, words",
}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_processes_tell_what_one_tells(settings: Any) -> None:
    settings.HOMEWARD_DEMO = True
    shape, since = next(iter(place().populations.values())), UNTIL - timedelta(days=372)
    with ids.seeded(random.Random("people")):
        people = _people(shape, 60, 3, since, lambda what, done, of: None)
        staff = make_staff(place=place(), shape=shape, seed=3, since=since, tick=lambda: None)
    year = added(shape=shape, people=people, two_hour=frozenset(), seed=3, until=UNTIL)[:NEEDS]
    death = Death(person_id=year[0].person_id, at=UNTIL - timedelta(hours=2), stays=())

    def told(*, apart: bool) -> tuple[Made, dict[str, list[Any]]]:
        made = Made()
        with ids.seeded(random.Random("year")):
            passing = [(death, pass_away(death, seed=3))]
            _live(year, passing, Town(staff=staff, until=UNTIL), made, lambda what, done, of: None, apart=apart)
        return made, kept()

    with transaction.atomic():
        alone = told(apart=False)
        transaction.set_rollback(True)
    assert told(apart=True) == alone
    made, facts = alone
    assert made.steps > NEEDS and len(facts["referrals_servicerequest"]) == NEEDS and facts["visits_encounter"]


def kept() -> dict[str, list[Any]]:
    found = {}
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        for table, columns in KEPT.items():
            cursor.execute(f"select {columns} from {table} order by id")
            found[table] = cursor.fetchall()
    return found


def test_both_halves_have_as_many_stories_and_nobody_is_in_two() -> None:
    many, few = ids.new_id(), [ids.new_id() for _ in range(9)]
    sides = _sides([few[0], *[many] * 6, *few[1:], few[0]])
    assert sides.keys() == {many, *few}
    told = [sides[each] for each in [*[many] * 6, *few, few[0]]]
    assert told.count(0) == told.count(1) == 8


def test_each_half_gives_what_it_made_and_ids_of_its_own() -> None:
    def made() -> tuple[int, object]:
        return os.getpid(), ids.new_id()

    (here, one), (there, other) = halves(made, made, apart=True)
    assert here == os.getpid() != there and one != other
    with ids.seeded(random.Random("ids")):
        apart = halves(ids.new_id, ids.new_id, apart=True)
    with ids.seeded(random.Random("ids")):
        assert halves(ids.new_id, ids.new_id, apart=False) == apart


def test_a_half_that_is_killed_fails_the_whole() -> None:
    with pytest.raises(HalfLost):
        halves(lambda: None, lambda: os.kill(os.getpid(), signal.SIGKILL), apart=True)


def test_a_half_that_fails_says_why_and_fails_the_whole(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(HalfLost):
        halves(lambda: None, lambda: None if 1 // 0 else None, apart=True)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_the_other_half_ends_with_the_first(capfd: pytest.CaptureFixture[str]) -> None:
    reads, writes = os.pipe()

    def waits() -> None:
        os.close(reads)
        signal.pause()

    def fails() -> None:
        os.close(writes)
        raise ValueError("no")

    with pytest.raises(ValueError):
        halves(fails, waits, apart=True)
    assert os.read(reads, 1) == b"", "nobody holds the other end any more"
    os.close(reads)


@pytest.mark.django_db
def test_nothing_is_told_apart_inside_a_transaction_that_nobody_else_sees() -> None:
    with pytest.raises(RuntimeError):
        halves(lambda: None, lambda: None, apart=True)

"""Is work that was cut short taken up by another worker, three tries in all, and then ended in words, never left for ever?"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connection

from homeward.foundation import cut_short
from homeward.foundation.cut_short import TRIES, TakenUp, take_up_cut_short, when_given_up
from homeward.foundation.jobs import forget_old_jobs

pytestmark = pytest.mark.django_db
TASK = "tests.paint_the_fence"


@pytest.fixture
def told() -> Iterator[list[Any]]:
    """What was told of work that was given up."""
    heard: list[Any] = []
    when_given_up(TASK)(lambda colour: heard.append(colour))
    yield heard
    cut_short._told.pop(TASK)


def asked(sql: str, *values: str | int | None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall()) if cursor.description else []


def worker(silent: int) -> int:
    """A worker that was last heard so many seconds ago."""
    sql = "insert into procrastinate_workers (last_heartbeat) values (now() - make_interval(secs => %s)) returning id"
    return int(asked(sql, silent)[0][0])


def job(
    held_by: int | None, *, tries: int = 0, colour: str = "green", lock: str | None = None, status: str = "doing"
) -> int:
    """A piece of work in a worker's hands that was begun so many times before."""
    sql = """insert into procrastinate_jobs (queue_name, task_name, args, status, attempts, worker_id, queueing_lock)
        values ('default', %s, %s, %s::procrastinate_job_status, %s, %s, %s) returning id"""
    return int(asked(sql, TASK, json.dumps({"colour": colour}), status, tries, held_by, lock)[0][0])


def state(job_id: int) -> tuple[Any, ...]:
    return asked("select status, attempts from procrastinate_jobs where id = %s", job_id)[0]


def test_work_in_the_hands_of_a_silent_worker_is_given_to_another() -> None:
    killed, alive = worker(silent=60), worker(silent=3)
    lost, gone, going = job(killed), job(None), job(alive)
    assert take_up_cut_short() == TakenUp(again=2)
    assert state(lost) == state(gone) == ("todo", 1)
    assert state(going) == ("doing", 0)
    assert take_up_cut_short() == TakenUp()


def test_work_that_was_cut_short_for_the_last_time_is_ended_and_told_of(told: list[Any]) -> None:
    lost = job(worker(silent=60), tries=TRIES - 1, colour="blue")
    assert take_up_cut_short() == TakenUp(given_up=1)
    assert state(lost)[0] == "failed" and told == ["blue"]
    assert take_up_cut_short() == TakenUp()


def test_work_of_which_one_waits_already_is_ended_without_a_word(told: list[Any]) -> None:
    """What comes round by the clock waits anew by the time its killed worker is missed."""
    lost, waits = job(worker(silent=60), lock="fence"), job(None, lock="fence", status="todo")
    assert take_up_cut_short() == TakenUp(given_up=1)
    assert state(lost)[0] == "failed" and state(waits) == ("todo", 0) and told == []


def test_one_that_cannot_be_told_of_keeps_no_other_waiting(told: list[Any], caplog: pytest.LogCaptureFixture) -> None:
    def breaks(colour: str) -> None:
        raise OSError(colour)

    cut_short._told[TASK] = breaks
    silent = worker(silent=60)
    last, other = job(silent, tries=TRIES - 1), job(silent)
    assert take_up_cut_short() == TakenUp(again=1)
    assert state(last)[0] == "doing" and state(other) == ("todo", 1)
    cut_short._told[TASK] = lambda colour: told.append(colour)
    assert take_up_cut_short() == TakenUp(given_up=1) and told == ["green"]


def test_entries_of_work_that_ended_long_ago_are_forgotten() -> None:
    old, new, waits = job(None, status="failed"), job(None, status="succeeded"), job(None, status="todo")
    for each, days in ((old, 8), (new, 6), (waits, 8)):
        sql = "insert into procrastinate_events (job_id, type, at) values (%s, 'succeeded', now() - make_interval(days => %s))"
        asked("delete from procrastinate_events where job_id = %s", each)
        asked(sql, each, days)
    async_to_sync(forget_old_jobs.func)(timestamp=0)
    kept = {row[0] for row in asked("select id from procrastinate_jobs")}
    assert old not in kept and {new, waits} <= kept


def test_what_is_told_of_twice_is_refused(told: list[Any]) -> None:
    with pytest.raises(ValueError, match="told of twice"):
        when_given_up(TASK)(lambda colour: None)

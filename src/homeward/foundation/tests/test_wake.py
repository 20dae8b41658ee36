"""Are open pages woken by what was kept, all of it and nothing else?"""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from homeward.foundation.events.wake import CHANNEL, wake

pytestmark = pytest.mark.django_db(transaction=True)


class Told(Exception):
    """Something went wrong after a notice was to be sent."""


@pytest.fixture
def line(database_urls: dict[str, str]) -> Iterator["psycopg.Connection[Any]"]:
    with psycopg.connect(database_urls["DATABASE_URL"], autocommit=True) as line:
        line.execute(f"listen {CHANNEL}")
        yield line


def heard(line: "psycopg.Connection[Any]") -> list[str]:
    """All that came so far: our own notice, sent now, comes last."""
    line.execute("select pg_notify(%s, 'now')", [CHANNEL])
    words = [each.payload for each in line.notifies(timeout=20, stop_after=1)]
    while words[-1] != "now":
        words += [each.payload for each in line.notifies(timeout=20, stop_after=1)]
    return words[:-1]


def test_pages_hear_when_it_is_kept_and_not_before(line: "psycopg.Connection[Any]") -> None:
    with transaction.atomic():
        wake("one")
        wake("two", "three")
        assert heard(line) == []
    assert heard(line) == ["one", "two", "three"]


def test_what_is_taken_back_wakes_nobody_and_takes_nothing_else_with_it(line: "psycopg.Connection[Any]") -> None:
    with transaction.atomic():
        wake("before")
        with pytest.raises(Told), transaction.atomic():
            wake("taken back")
            raise Told
        with transaction.atomic():
            wake("inside")
        wake("after")
    assert heard(line) == ["before", "inside", "after"]
    with pytest.raises(Told), transaction.atomic():
        wake("all of it")
        raise Told
    with transaction.atomic():
        wake("the next one")
    assert heard(line) == ["the next one"]


def test_outside_a_transaction_it_is_sent_at_once(line: "psycopg.Connection[Any]") -> None:
    wake("now or never")
    assert heard(line) == ["now or never"]


def test_many_notices_of_one_transaction_are_one_statement() -> None:
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        for number in range(500):
            wake(f"number {number}")
    assert len([each for each in asked.captured_queries if "pg_notify" in each["sql"]]) == 1

"""Are open pages woken by what was kept, all of it and nothing else?"""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from homeward.foundation.events.wake import CHANNEL, Notices, wake

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


@pytest.mark.hazard(
    "HZ-S12-45",
    hazard="What was done is told to have failed because open pages could not be woken afterwards, and somebody does it twice.",
    control="A notice goes out after the commit; where it cannot, that is logged and what was done stands as done.",
)
@pytest.mark.parametrize("inside", [True, False])
def test_what_is_kept_has_not_failed_because_nobody_could_be_woken(
    inside: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(notices: Notices) -> None:
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(Notices, "send", broken)
    with caplog.at_level("ERROR", logger="django.db.backends.base"), transaction.atomic() if inside else nullcontext():
        wake("one")
    assert "the connection is lost" in caplog.text


def test_nothing_to_say_is_no_statement() -> None:
    with CaptureQueriesContext(connection) as asked:
        wake()
    assert not asked.captured_queries


def test_many_notices_of_one_transaction_are_one_statement() -> None:
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        for number in range(500):
            wake(f"number {number}")
    assert len([each for each in asked.captured_queries if "pg_notify" in each["sql"]]) == 1

"""Is nothing done without a guard, and is everything or nothing written down?"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.foundation import actions, events
from homeward.foundation.actions import Actor, Happening, action, all_or_nothing
from homeward.foundation.errors import NotPermitted

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
NURSE = Actor(user_id=uuid4(), name="Asha Patel", kind="staff", organisation="bchc", role="nurse")


@action("trial.write")
def write(*, subject: UUID, fail: bool, by: Actor, at: datetime) -> Happening[str]:
    """A verb that belongs to this test alone."""
    if fail:
        raise RuntimeError("the power went off")
    return Happening(
        result="written", subject_kind="Trial", subject_id=subject, person_id=None, facts={"words": "as said"}
    )


@action("trial.write_both")
def write_both(*, subject: UUID, fail: bool, by: Actor, at: datetime) -> Happening[str]:
    """A verb that brings another with it, which fails all of it when it fails."""
    with all_or_nothing():
        write(subject=subject, fail=False, by=by, at=at)
        write(subject=subject, fail=fail, by=by, at=at)
    return Happening(result="both", subject_kind="Trial", subject_id=subject, person_id=None)


@pytest.fixture
def guard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A guard that admits everyone and keeps what it was asked."""
    asked: list[str] = []

    @contextmanager
    def admit(*, verb: str, by: Actor, person_id: UUID | None, at: datetime, last: bool) -> Iterator[None]:
        asked.append(f"{by.name}: {verb}")
        yield

    monkeypatch.setattr(actions, "_guard", [admit])
    return asked


def test_without_a_guard_nothing_may_be_done(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(actions, "_guard", [actions._nobody])
    with pytest.raises(NotPermitted):
        write(subject=uuid4(), fail=False, by=NURSE, at=AT)


def test_an_action_is_asked_for_carried_out_and_written_down_once(
    guard: list[str], monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    seen: list[events.EventRow] = []
    monkeypatch.setattr(import_module("homeward.foundation.events.append"), "subscribed", lambda kind: (seen.append,))
    assert write(subject=uuid4(), fail=False, by=NURSE, at=AT) == "written"
    assert guard == ["Asha Patel: trial.write"]
    assert [(row.kind, row.facts, row.at) for row in seen] == [("trial.write", {"words": "as said"}, AT)]


def test_a_failed_action_leaves_no_event(
    guard: list[str], monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    seen: list[events.EventRow] = []
    monkeypatch.setattr(import_module("homeward.foundation.events.append"), "subscribed", lambda kind: (seen.append,))
    with pytest.raises(RuntimeError):
        write(subject=uuid4(), fail=True, by=NURSE, at=AT)
    assert not seen


def _written(subject: UUID) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from foundation_event where subject_id = %s", [subject])
        return int(cursor.fetchone()[0])


def test_what_fails_all_or_nothing_undoes_the_action_around_it_and_nothing_else(guard: list[str], db: None) -> None:
    before, subject = uuid4(), uuid4()
    write(subject=before, fail=False, by=NURSE, at=AT)
    with pytest.raises(RuntimeError):
        write_both(subject=subject, fail=True, by=NURSE, at=AT)
    assert (_written(before), _written(subject)) == (1, 0)
    assert write_both(subject=subject, fail=False, by=NURSE, at=AT) == "both"
    assert _written(subject) == 3


def test_all_or_nothing_marks_no_way_back_within_the_action(guard: list[str], db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        write_both(subject=uuid4(), fail=False, by=NURSE, at=AT)
    assert sum(each["sql"].startswith("SAVEPOINT") for each in asked) == 1  # the action's own, inside the test's transaction


def test_positional_arguments_are_refused(guard: list[str], db: None) -> None:
    with pytest.raises(TypeError):
        write(uuid4(), False, NURSE, AT)  # type: ignore[call-arg]  # the fault under test


def test_a_naive_moment_is_refused(guard: list[str], db: None) -> None:
    with pytest.raises(ValueError, match="time zone"):
        write(subject=uuid4(), fail=False, by=NURSE, at=datetime(2026, 1, 1))  # noqa: DTZ001 - the fault under test

"""Is the ledger read once for all who ask, and never told otherwise than it stands at that moment?"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import system
from homeward.capacity.actions.by_itself import tidy
from homeward.capacity.api import book, count_unmet, hold, ledger, picture, report, settle_unmet, unmet
from homeward.capacity.models import Change
from homeward.capacity.queries.picture import WEEK, _read
from homeward.directory import api as directory
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def lines() -> list[tuple[str, str]]:
    """One service counted by the day and one of beds, each with a team."""
    known = directory.place().services.values()
    kinds = (
        next(each for each in known if each.capacity_kind == kind and each.providers) for kind in ("visits", "beds")
    )
    return [(each.code, each.providers[0].team) for each in kinds]


def reported(at: datetime, *, free: int = 2, total: int = 3, kind: int = 1) -> UUID:
    service, team = lines()[kind]
    return report(service_code=service, team_code=team, free=free, total=total, by=system("demo"), at=at)


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_share_one_reading_until_something_changes() -> None:
    line = reported(AT)
    first = picture(at=AT)
    with CaptureQueriesContext(connection) as asked:
        assert picture(at=AT + timedelta(seconds=5)) is first
    assert len(asked) == 1 and "capacity_booking" not in asked.captured_queries[0]["sql"]
    hold(line_id=line, start=AT, end=AT + HOUR, subject_id=new_id(), expires_at=AT + HOUR, by=system("demo"), at=AT)
    held = picture(at=AT + timedelta(seconds=6))
    assert held is not first and next(iter(held.lines.values()))[0].free == 1
    need = new_id()
    service, team = lines()[1]
    count_unmet(service_code=service, team_code=team, need_code="n", subject_id=need, at=AT)
    waiting = picture(at=AT + timedelta(seconds=7))
    assert waiting is not held and [each.waiting for each in waiting.unmet] == [1]
    settle_unmet(subject_id=need, at=AT)
    assert [each.waiting for each in picture(at=AT + timedelta(seconds=8)).unmet] == [0]


@pytest.mark.hazard(
    "HZ-S12-42",
    hazard="Askers share one reading of the ledger, and one of them is shown a bed as free that somebody else has just taken, or a change that was never made.",
    control="A reading holds only while no transaction marked the ledger since; whoever is writing reads for themselves, and shows that to nobody.",
)
@pytest.mark.django_db(transaction=True)
def test_what_is_not_settled_is_shown_to_nobody_else() -> None:
    reported(AT)
    before = picture(at=AT)
    with transaction.atomic():
        reported(AT + timedelta(seconds=1), free=0)
        mine = picture(at=AT + timedelta(seconds=2))
        assert next(iter(mine.lines.values()))[0].free == 0
        transaction.set_rollback(True)
    assert picture(at=AT + timedelta(seconds=2)) is before


@pytest.mark.django_db(transaction=True)
def test_a_reading_ends_when_a_hold_runs_out_a_number_grows_old_or_the_day_ends() -> None:
    service, _ = lines()[1]
    life = timedelta(hours=directory.service(service).capacity_shelf_life_hours)
    line = reported(AT)
    assert picture(at=AT).until <= AT + life + timedelta(microseconds=1)
    at = AT + timedelta(seconds=1)
    hold(
        line_id=line,
        start=at,
        end=at + HOUR,
        subject_id=new_id(),
        expires_at=at + timedelta(minutes=4),
        by=system("demo"),
        at=at,
    )
    held = picture(at=at)
    assert held.until == at + timedelta(minutes=4)
    gone = picture(at=held.until)
    assert gone is not held and gone.lines[service][0].free == 2
    assert picture(at=at).lines[service][0].free == 1, "an earlier moment is read anew"


@pytest.mark.django_db
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    happenings=st.lists(st.tuples(st.sampled_from(("report", "hold", "book", "wait")), st.integers(0, 1), st.integers(1, 900)), max_size=6),
    later=st.floats(0, 1),
)  # fmt: skip
def test_a_shared_reading_says_what_a_fresh_one_would(happenings: list[tuple[str, int, int]], later: float) -> None:
    with transaction.atomic():
        at = AT - timedelta(minutes=3)
        ids = [reported(at, free=3, total=5, kind=kind) for kind in (0, 1)]
        for what, kind, minutes in happenings:
            at += timedelta(seconds=20)
            _happens(what, ids[kind], kind, minutes, at)
        at = max(AT, at)
        read = _read(at)
        then = at + (read.until - at - timedelta(microseconds=1)) * later
        told = {code: [each.told(then) for each in listed] for code, listed in read.lines.items()}
        assert told == ledger(at=then)
        assert list(read.unmet) == unmet(since=then - WEEK, until=then)
        transaction.set_rollback(True)


def _happens(what: str, line: UUID, kind: int, minutes: int, at: datetime) -> None:
    span, by = timedelta(minutes=minutes), system("demo")
    service, team = lines()[kind]
    try:
        if what == "report":
            reported(at, free=minutes % 4, total=5, kind=kind)
        elif what == "hold":
            hold(line_id=line, start=at, end=at + 2 * span, subject_id=new_id(), expires_at=at + span, by=by, at=at)
        elif what == "book":
            book(line_id=line, start=at, end=at + span, subject_id=new_id(), by=by, at=at)
        else:
            count_unmet(service_code=service, team_code=team, need_code="n", subject_id=new_id(), at=at - WEEK + span)
    except Refused:
        return  # nothing is left


@pytest.mark.django_db
def test_old_marks_are_tidied_away() -> None:
    reported(AT)
    assert Change.objects.exists()
    Change.objects.update(at=datetime(2020, 1, 1, tzinfo=UTC))
    tidy(AT)
    assert not Change.objects.exists()

"""Do the rows kept as events come in say the same as the event log read again from the start?"""

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.episodes.api import clocks_of, clocks_that_apply, escalations_due, rebuild_clocks
from homeward.episodes.models import Clock, ClockMark
from homeward.foundation import events
from homeward.foundation.ids import new_id

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
TWO_HOURS = "two-hour-response"


def happen(kind: str, need: UUID, person: UUID, after: float, **facts: Any) -> UUID:
    """An event about the need, as an action would append it, some minutes after noon."""
    written = events.append(
        events.NewEvent(
            kind=kind, at=NOON + timedelta(minutes=after), person_id=person, subject_kind="referral", subject_id=need,
            actor_id=None, actor_name="Asha Patel", actor_kind="staff", organisation="o", role="r", purpose="direct care",
            facts=facts,
        )
    )  # fmt: skip
    return written.id


def opened(person: UUID) -> AbstractContextManager[None]:
    return gate.person(person, by=system("demo"), at=NOON, why="testing")


def test_a_clock_found_late_starts_at_the_receipt_and_shows_its_evidence() -> None:
    need, person = new_id(), new_id()
    with opened(person):
        received = happen("referral.receive", need, person, 0)
        happen("referral.triage", need, person, 45, clocks=list(clocks_that_apply(urgency="two-hours")))
        view = clocks_of([need], NOON + timedelta(minutes=60))[need][0]
        assert (view.started_at, view.remaining, view.due_at) == (NOON, timedelta(hours=1), NOON + timedelta(hours=2))
        assert view.words == "1 hour left. It will be late at 2pm if nothing happens."
        assert ClockMark.objects.get(clock=view.id, kind="start").event_id == received
        seen = happen("visit.record_contact", need, person, 100, in_person=True)
        view = clocks_of([need], NOON + timedelta(minutes=200))[need][0]
        assert (view.phase, view.met, view.words) == ("stopped", True, "Answered in time, after 1 hour 40 minutes.")
        assert ClockMark.objects.get(clock=view.id, kind="stop").event_id == seen


def test_an_event_that_nothing_waits_for_asks_only_for_what_is_open() -> None:
    need, person = new_id(), new_id()
    with opened(person):
        happen("referral.receive", need, person, 0, clocks=[TWO_HOURS])
        kept = Clock.objects.filter(subject_id=need).values().get()
        with CaptureQueriesContext(connection) as asked:
            happen("referral.note", need, person, 10, words="The key is with the neighbour.")
        of_episodes = [each["sql"] for each in asked if "episodes_" in each["sql"]]
        assert len(of_episodes) == 2 and not any("update" in sql[:6].lower() for sql in of_episodes)
        assert Clock.objects.filter(subject_id=need).values().get() == kept


def test_a_clock_keeps_the_declaration_it_began_under() -> None:
    need, person = new_id(), new_id()
    with opened(person):
        happen("referral.receive", need, person, 0, clocks=[TWO_HOURS])
        row = Clock.objects.get(subject_id=need)
    assert row.fingerprint == directory.fingerprint_of("Clock", TWO_HOURS)
    assert directory.version("Clock", row.fingerprint).target == row.target


@pytest.mark.hazard(
    "HZ-S12-1",
    hazard="Nobody acts on a need because everybody thinks somebody else has it.",
    control="Each clock climbs its declared ladder, rung by rung, until it is answered.",
)
def test_the_ladder_is_climbed_once_a_rung() -> None:
    need, person = new_id(), new_id()
    with opened(person):
        happen("referral.receive", need, person, 0, clocks=[TWO_HOURS])
    late = NOON + timedelta(hours=3)
    rungs = []
    for _ in range(5):
        with gate.job("clocks"):
            due = [each for each in escalations_due(late) if each.subject_id == need]
        if not due:
            break
        rungs.append((due[0].rung, due[0].reached_at - NOON))
        with opened(person):
            happen("referral.escalate", need, person, 180, clock=due[0].clock, rung=due[0].rung)
    assert rungs == [(1, timedelta(hours=1)), (2, timedelta(minutes=90)), (3, timedelta(hours=2))]


def test_a_need_that_ends_stops_the_ladder_and_reopening_takes_it_up_again() -> None:
    need, person = new_id(), new_id()
    with opened(person):
        happen("referral.receive", need, person, 0, clocks=[TWO_HOURS])
        happen("referral.close", need, person, 10)
        assert Clock.objects.get(subject_id=need).next_rung_at is None
        happen("referral.reopen", need, person, 30)
        row = Clock.objects.get(subject_id=need)
    assert (row.phase, row.started_at, row.next_rung_at) == ("running", NOON, NOON + timedelta(hours=1))


def test_a_missing_row_is_found_and_made_again() -> None:
    need, person = new_id(), new_id()
    with opened(person):
        happen("referral.receive", need, person, 0, clocks=[TWO_HOURS])
        Clock.objects.filter(subject_id=need).update(phase="running", started_at=NOON + timedelta(minutes=50))
        found = rebuild_clocks(need, person)
        assert [each.code for each in found] == [TWO_HOURS]
        assert Clock.objects.get(subject_id=need).started_at == NOON
        assert rebuild_clocks(need, person) == []


STEPS = st.sampled_from(
    [
        "triage",
        "lower",
        "raise",
        "ask",
        "answer",
        "telephone",
        "visit",
        "told late",
        "close",
        "reopen",
        "undo",
        "escalate",
        "hand_back",
        "die",
    ]
)
KINDS = {
    "triage": "referral.triage", "lower": "referral.triage", "raise": "referral.triage", "ask": "referral.ask",
    "answer": "referral.answer", "telephone": "visit.record_contact", "visit": "visit.record_contact",
    "told late": "visit.record_contact", "close": "referral.close", "reopen": "referral.reopen", "undo": "referral.undo",
    "escalate": "referral.escalate", "hand_back": "referral.hand_back", "die": "person.die",
}  # fmt: skip


def facts_of(step: str, after: int, before: list[UUID]) -> dict[str, Any]:
    match step:
        case "raise":
            return {"clocks": [TWO_HOURS, "information-request"]}
        case "lower":
            return {"clocks_ended": [TWO_HOURS]}
        case "telephone" | "visit":
            return {"in_person": step == "visit"}
        case "told late":
            return {"in_person": True, "happened_at": (NOON + timedelta(minutes=after // 2)).isoformat()}
        case "undo" if len(before) > 1:
            return {"undoes": str(before[-1])}
        case "escalate":
            return {"clock": TWO_HOURS, "rung": 1}
    return {"move_id": str(new_id())}


@pytest.mark.hazard(
    "HZ-S10-3",
    hazard="A clock on the screen says something that the record of what happened does not.",
    control="Any sequence of events gives the same clocks kept step by step as read again from the log.",
)
@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(STEPS, st.integers(min_value=1, max_value=90)), max_size=12))
def test_kept_as_it_happens_equals_read_again_from_the_log(steps: list[tuple[str, int]]) -> None:
    need, person, after = new_id(), new_id(), 0
    with opened(person):
        written = [happen("referral.receive", need, person, 0, clocks=["hub-triage"])]
        for step, wait in steps:
            after += wait
            written.append(happen(KINDS[step], need, person, after, **facts_of(step, after, written)))
        assert rebuild_clocks(need, person) == []
        for row in Clock.objects.filter(subject_id=need):
            assert row.started_at is None or row.started_at >= NOON
            assert row.code == "information-request" or row.started_at == NOON

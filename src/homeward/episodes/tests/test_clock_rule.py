"""Is a wait counted rightly: boundaries, pauses, opening hours, clock changes, undoing and reopening?"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

import pytest

from homeward.episodes.rules.clock import ClockState, is_late, run, stand
from homeward.episodes.rules.ladder import climbed, next_rung_at
from homeward.episodes.rules.marks import Mark, Told, marks_of
from homeward.grammar.api import (
    ENGLAND_AND_WALES,
    EVERY_DAY,
    Calendar,
    Clock,
    Escalation,
    On,
    Opening,
    Pause,
    Standard,
)

SPACE = UUID(int=7)
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
ALWAYS = Calendar(
    code="always", title="Always", weekly=(Opening(days=EVERY_DAY, opens=time(0), closes=time(0)),), owner="o",
    review_by=date(2027, 1, 1),
)  # fmt: skip
EIGHT_TO_EIGHT = Calendar(
    code="8-8", title="8 to 8", weekly=(Opening(days=EVERY_DAY, opens=time(8), closes=time(20)),), owner="o",
    review_by=date(2027, 1, 1), bank_holidays=ENGLAND_AND_WALES, holiday_hours=(),
)  # fmt: skip
RESPONSE = Clock(
    code="response", title="Response", plain_words="To the visit.", starts_on=(On(event="referral.receive"),),
    stops_on=(On(event="visit.record_contact", where=(("in_person", True),)),), abandons_on=(On(event="referral.close"),),
    pauses=(Pause(from_=On(event="person.away"), until=(On(event="person.back"),), reason="the person is away"),),
    calendar="always", target=timedelta(hours=2), whole_minutes=True, owner="o", review_by=date(2027, 1, 1),
    standard=Standard(words="Two hours.", source="a rule"),
    escalations=(Escalation(after_fraction=1.0, to_role="lead", words="Late."), Escalation(after_fraction=0.5, to_role="hub", words="Half.")),
)  # fmt: skip


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def told(kind: str, after: float, **facts: object) -> Told:
    name = f"{kind} {after} {sorted(facts.items())}"
    return Told(id=uuid5(SPACE, name), kind=kind, at=NOON + minutes(after), facts=facts)


RECEIVED = told("referral.receive", 0, clocks=["response"])


def standing(*events: Told, clock: Clock = RESPONSE, calendar: Calendar = ALWAYS, now: float = 600) -> ClockState:
    return run(clock, calendar, marks_of(clock, events), NOON + minutes(now))


@pytest.mark.hazard(
    "HZ-S10-2",
    hazard="An answer at the very edge of the target is counted on the wrong side, and the national figure is wrong.",
    control="Whole minutes, inclusive, as the declaration says; tested to the second.",
)
@pytest.mark.parametrize(
    ("waited", "inclusive", "whole", "late"),
    [
        ("119:59", True, True, False), ("120:00", True, True, False), ("120:59", True, True, False), ("121:00", True, True, True),
        ("120:00", True, False, False), ("120:01", True, False, True),
        ("119:59", False, True, False), ("120:00", False, True, True),
        ("119:59", False, False, False), ("120:00", False, False, True),
    ],
)  # fmt: skip
def test_the_edge_is_where_the_declaration_puts_it(waited: str, inclusive: bool, whole: bool, late: bool) -> None:
    clock = replace(RESPONSE, inclusive=inclusive, whole_minutes=whole)
    minute, second = map(int, waited.split(":"))
    length = timedelta(minutes=minute, seconds=second)
    assert is_late(clock, length) is late
    seen = told("visit.record_contact", length.total_seconds() / 60, in_person=True)
    assert standing(RECEIVED, seen, clock=clock).standing.met is not late
    waiting = run(clock, ALWAYS, marks_of(clock, [RECEIVED]), NOON + length)
    assert waiting.breached is late


def test_it_stops_only_for_what_it_was_declared_to_stop_for() -> None:
    by_telephone = told("visit.record_contact", 30, in_person=False)
    assert standing(RECEIVED, by_telephone).phase == "running"
    assert standing(RECEIVED, by_telephone, told("visit.record_contact", 50, in_person=True)).elapsed == minutes(50)


def test_a_contact_told_later_counts_from_when_it_happened() -> None:
    late_told = told("visit.record_contact", 300, in_person=True, happened_at=(NOON + minutes(90)).isoformat())
    state = standing(RECEIVED, late_told)
    assert (state.standing.met, state.elapsed) == (True, minutes(90))


def test_nothing_happens_before_it_is_written_down_later_than_it() -> None:
    from_the_future = told("visit.record_contact", 60, in_person=True, happened_at=(NOON + minutes(90)).isoformat())
    assert from_the_future.happened_at == NOON + minutes(60)


def test_it_rests_only_for_the_declared_reason() -> None:
    away = standing(RECEIVED, told("person.away", 30), now=100)
    assert (away.phase, away.standing.paused_for, away.remaining, away.due_at) == (
        "paused",
        ("the person is away",),
        minutes(90),
        None,
    )
    back = standing(RECEIVED, told("person.away", 30), told("person.back", 100), now=110)
    assert (back.phase, back.elapsed, back.due_at) == ("running", minutes(40), NOON + minutes(190))
    assert standing(RECEIVED, told("person.asleep", 30), now=100).phase == "running"


def test_a_wait_already_late_stays_late_through_a_pause() -> None:
    state = standing(RECEIVED, told("person.away", 200), told("person.back", 300), now=310)
    assert (state.breached, state.due_at) == (True, NOON + minutes(120))


@pytest.mark.hazard(
    "HZ-S10-1",
    hazard="Re-triage or a hand-off starts the two-hour clock again, and a person who waited too long looks to have been seen in time.",
    control="A clock begins at the first starting event, however late it was found to apply, and later starting events are ignored.",
)
def test_nothing_starts_it_again() -> None:
    found_late = [told("referral.receive", 0), told("referral.triage", 50, clocks=["response"])]
    assert standing(*found_late).standing.started_at == NOON
    again = [
        *found_late,
        told("referral.triage", 70, clocks=["response"]),
        told("referral.hand_back", 80),
        told("referral.receive", 90),
    ]
    assert standing(*again).standing.started_at == NOON


def test_an_urgency_lowered_takes_it_away_and_one_raised_again_gives_the_first_start_back() -> None:
    lowered = [RECEIVED, told("referral.triage", 20, clocks_ended=["response"])]
    assert standing(*lowered).phase == "withdrawn"
    raised = standing(*lowered, told("referral.triage", 40, clocks=["response"]))
    assert (raised.phase, raised.standing.started_at) == ("running", NOON)


def test_what_is_undone_is_void_but_kept() -> None:
    move = "018f3a1e-0000-7000-8000-000000000001"
    events = [RECEIVED, told("referral.close", 20, move_id=move), told("referral.undo", 30, undoes=move)]
    state = standing(*events, now=40)
    assert (state.phase, state.elapsed) == ("running", minutes(40))
    assert [mark.kind for mark in marks_of(RESPONSE, events)] == ["attach", "start", "abandon", "void"]
    seen = [
        RECEIVED,
        told("visit.record_contact", 20, in_person=True),
        told("visit.record_contact", 60, in_person=True),
    ]
    taken_back = told("referral.undo", 70, undoes=str(seen[1].id))
    assert standing(*seen, taken_back).elapsed == minutes(60)


def test_reopening_brings_it_back_with_its_first_start() -> None:
    state = standing(RECEIVED, told("referral.close", 20), told("referral.reopen", 50), now=60)
    assert (state.phase, state.elapsed, state.standing.started_at) == ("running", minutes(60), NOON)


def test_an_answer_told_to_lie_before_the_receipt_counts_as_at_once() -> None:
    early = told("visit.record_contact", 10, in_person=True, happened_at=(NOON - minutes(10)).isoformat())
    assert (standing(RECEIVED, early).standing.met, standing(RECEIVED, early).elapsed) == (True, minutes(0))


def test_only_open_hours_count() -> None:
    evening = Told(
        id=uuid5(SPACE, "e"),
        kind="referral.receive",
        at=datetime(2026, 4, 2, 18, 30, tzinfo=UTC),
        facts={"clocks": ["response"]},
    )
    state = stand(RESPONSE, EIGHT_TO_EIGHT, marks_of(RESPONSE, [evening]))  # 19:30 in London; next day is Good Friday
    assert state.due_at == datetime(
        2026, 4, 4, 8, 30, tzinfo=UTC
    )  # 30 minutes on Thursday, 90 on Saturday from 08:00 BST


def test_the_night_the_clocks_change_is_counted_as_it_was() -> None:
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # London goes from 01:00 to 02:00
    received = Told(id=uuid5(SPACE, "n"), kind="referral.receive", at=before, facts={"clocks": ["response"]})
    assert stand(RESPONSE, ALWAYS, marks_of(RESPONSE, [received])).due_at == before + timedelta(hours=2)


def test_a_repeating_clock_begins_again_only_once_it_was_answered() -> None:
    asking = replace(
        RESPONSE, starts_on=(On(event="referral.ask"),), stops_on=(On(event="referral.answer"),), repeats=True
    )
    asked = [told("referral.ask", 0, clocks=["response"]), told("referral.ask", 10)]
    assert standing(*asked, clock=asking).standing.started_at == NOON
    twice = [*asked, told("referral.answer", 30), told("referral.ask", 50)]
    assert standing(*twice, clock=asking).standing.started_at == NOON + minutes(50)


def test_a_repeating_clock_that_begins_and_is_answered_at_one_moment_is_answered() -> None:
    asking = replace(
        RESPONSE, starts_on=(On(event="referral.ask"),), stops_on=(On(event="referral.answer"),), repeats=True
    )
    at_once = [told("referral.ask", 0, clocks=["response"]), told("referral.answer", 0)]
    assert standing(*at_once, clock=asking).phase == "stopped"


def test_what_answers_one_round_begins_the_next() -> None:
    daily = replace(
        RESPONSE,
        starts_on=(On(event="episode.open"), On(event="monitoring.review")),
        stops_on=(On(event="monitoring.review"),),
        repeats=True,
    )
    opened = told("episode.open", 0, clocks=["response"])
    for reviewed in (0, 30):
        state = standing(opened, told("monitoring.review", reviewed), clock=daily)
        assert (state.phase, state.standing.started_at) == ("running", NOON + minutes(reviewed))


def test_the_ladder_is_climbed_from_its_lowest_rung() -> None:
    marks: list[Mark] = marks_of(RESPONSE, [RECEIVED])
    state = stand(RESPONSE, ALWAYS, marks)
    assert next_rung_at(RESPONSE, ALWAYS, state, after=0) == NOON + minutes(60)
    assert next_rung_at(RESPONSE, ALWAYS, state, after=1) == NOON + minutes(120)
    assert next_rung_at(RESPONSE, ALWAYS, state, after=2) is None
    more = marks_of(RESPONSE, [RECEIVED, told("referral.escalate", 61, clock="response", rung=1)])
    assert climbed(state, more) == 1

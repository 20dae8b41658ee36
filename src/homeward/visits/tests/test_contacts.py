"""Is a contact recorded once, honestly, and does it stop the clock with its evidence?"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.api import gate, relationships, system
from homeward.directory import api as directory
from homeward.episodes.api import ClockView, clocks_of, evidence_of, open_episode, tasks_about
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, Refused
from homeward.foundation.events import of_subject
from homeward.foundation.ids import new_id
from homeward.people.api import die, move
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, after, received
from homeward.visits.api import at_the_door, facts_known, my_visits, not_seen, record_contact, start, visit, visits_of
from homeward.visits.models import Encounter
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
FIRST_VISIT = {"what-happened": "Slipped on the stairs", "done": "Helped up, checked over", "safety-net": "Ring us"}


def nurse(name: str = "Nia Brooks") -> Actor:
    return staff(role="community-nurse", teams=(TEAM,), name=name)


def accepted(*, at: float = 0) -> tuple[UUID, UUID, UUID]:
    """A need accepted by the urgent team at 10:10: (person, referral, first visit)."""
    referral = received(at=after(at))
    open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM,
        by=system("demo"), at=after(10),
    )  # fmt: skip
    with opened(referral.person_id):
        relationships.grant(referral.person_id, TEAM, kind="referral", source_id=referral.id, at=after(10))
        return referral.person_id, referral.id, visits_of([referral.id])[0].id


@contextmanager
def opened(person_id: UUID) -> Iterator[None]:
    with gate.person(person_id, by=system("demo"), at=MORNING, why="looking"):
        yield


def two_hours(person_id: UUID, referral_id: UUID, minutes: float) -> ClockView:
    with opened(person_id):
        return next(
            each for each in clocks_of([referral_id], after(minutes))[referral_id] if each.target == timedelta(hours=2)
        )


@pytest.mark.hazard(
    "HZ-S10-4",
    hazard="A two-hour answer is claimed that nobody gave.",
    control="The clock stops only on the event of a contact in person, and the mark carries that event's id.",
)
def test_the_clock_stops_on_the_contact_with_its_evidence() -> None:
    person, referral, first = accepted()
    record_contact(encounter_id=first, contact_at=after(95), way="in_person", by=system("demo"), at=after(110))
    clock = two_hours(person, referral, 120)
    assert (clock.phase, clock.met, clock.elapsed) == ("stopped", True, timedelta(minutes=95))
    with opened(person):
        mark = next(each for each in evidence_of(clock.id) if each.kind == "stop")
        event = next(each for each in of_subject(first, person_id=person) if each.kind == "visit.record_contact")
    assert mark.event_id == event.id


def test_a_telephone_call_is_a_contact_but_no_visit() -> None:
    person, referral, first = accepted()
    record_contact(encounter_id=first, contact_at=after(30), way="telephone", by=system("demo"), at=after(31))
    assert two_hours(person, referral, 40).phase == "running"


@pytest.mark.hazard(
    "HZ-S10-10",
    hazard="A retry on a bad line records a second visit that never happened.",
    control="The page's key makes one contact of any number of presses.",
)
def test_pressing_twice_makes_one_contact() -> None:
    person, _, first = accepted()
    key = str(new_id())
    for minute in (50, 51, 59):
        assert (
            record_contact(encounter_id=first, contact_at=after(45), by=system("demo"), at=after(minute), key=key)
            == first
        )
    with opened(person):
        kinds = [each.kind for each in of_subject(first, person_id=person)]
    assert kinds.count("visit.record_contact") == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_make_one_contact() -> None:
    """Both are on their way before either has arrived: one waits for the other and finds the contact made."""
    person, _, first = accepted()
    key, together = str(new_id()), Barrier(4)

    def press(_: int) -> UUID:
        together.wait()
        try:
            return record_contact(encounter_id=first, contact_at=after(45), by=system("demo"), at=after(50), key=key)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as phones:
        assert set(phones.map(press, range(4))) == {first}
    with opened(person):
        kinds = [each.kind for each in of_subject(first, person_id=person)]
    assert kinds.count("visit.record_contact") == 1


def test_the_second_of_two_visitors_is_told_who_was_first() -> None:
    _, _, first = accepted()
    record_contact(encounter_id=first, contact_at=after(45), by=nurse(), at=after(50), key="a")
    with pytest.raises(Clash, match="Nia Brooks has already recorded this visit: seen"):
        record_contact(encounter_id=first, contact_at=after(46), by=nurse("Tom Reid"), at=after(55), key="b")


@pytest.mark.parametrize(("contact", "words"), [(120, "cannot be in the future"), (-10, "cannot be earlier than that")])
def test_a_moment_that_cannot_be_is_refused_with_words(contact: float, words: str) -> None:
    person, _, first = accepted()
    with pytest.raises(Invalid, match=words) as wrong:
        record_contact(encounter_id=first, contact_at=after(contact), by=system("demo"), at=after(60))
    assert set(wrong.value.errors) == {"contact_at"}
    with opened(person):
        assert Encounter.objects.get(id=first).state == "planned"


@pytest.mark.parametrize("told", [0, 0.39999, 0.4])
def test_the_minute_of_the_need_as_typed_or_as_a_phone_knows_it_is_not_before_the_need(told: float) -> None:
    person, _, first = accepted(at=0.4)
    record_contact(encounter_id=first, contact_at=after(told), by=system("demo"), at=after(30))
    with opened(person):
        assert Encounter.objects.get(id=first).contact_at == after(0.4)


def test_the_minute_before_the_need_is_before_the_need() -> None:
    _, _, first = accepted(at=0.4)
    for told in (-0.01, -0.6):
        with pytest.raises(Invalid, match="cannot be earlier than that"):
            record_contact(encounter_id=first, contact_at=after(told), by=system("demo"), at=after(30))


def test_answers_are_kept_as_facts_and_shown_again() -> None:
    person, _, first = accepted()
    answers: dict[str, dict[str, bool | float | str]] = {
        "first-visit": {**FIRST_VISIT, "lives-alone": True, "news2": 3, "what-matters": "My garden"}
    }
    record_contact(encounter_id=first, contact_at=after(45), by=system("demo"), at=after(50), answers=answers)
    with opened(person):
        known = facts_known(person, ["lives-alone", "news2-total", "what-matters"], by=system("demo"), at=after(60))
        later = facts_known(person, ["news2-total"], by=system("demo"), at=after(60 * 24))
    assert (known["lives-alone"].value, known["news2-total"].value, known["what-matters"].value) == (
        True,
        3.0,
        "My garden",
    )
    assert not known["news2-total"].stale and later["news2-total"].stale


def test_a_form_that_may_be_recorded_at_any_visit_is_offered_though_nobody_must_fill_it_in() -> None:
    person, referral, first = accepted()
    by = nurse()
    door = at_the_door(first, by=by, at=after(40))
    assert {form.code for form in door.forms} == {"first-visit", "wound-assessment", "observations"} and door.due == {"first-visit"}
    wound: dict[str, bool | float | str] = {"kind": "skin-tear", "cause-known": True, "plan": "Dry dressing until Friday"}
    answers: dict[str, dict[str, bool | float | str]] = {"first-visit": dict(FIRST_VISIT), "wound-assessment": wound}
    record_contact(encounter_id=first, contact_at=after(45), by=by, at=after(50), answers=answers)
    assert ("Plan until the next visit", "Dry dressing until Friday") in at_the_door(first, by=by, at=after(60)).answers
    with opened(person):
        asked = [each.title for each in tasks_about([referral], at=after(60))]
    assert not any("Wound" in each for each in asked)


def test_a_form_with_a_gap_is_refused_and_nothing_is_kept() -> None:
    person, _, first = accepted()
    with pytest.raises(Invalid) as wrong:
        record_contact(
            encounter_id=first, contact_at=after(45), by=system("demo"), at=after(50),
            answers={"first-visit": {"what-happened": "A fall", "news2": 25.0, "done": "Helped"}},
        )  # fmt: skip
    assert set(wrong.value.errors) == {"first-visit.news2", "first-visit.safety-net"}
    with opened(person):
        assert not facts_known(person, ["news2-total"], by=system("demo"), at=after(60))


def test_with_an_outcome_the_episode_ends_and_the_clock_stays_met() -> None:
    person, referral, first = accepted()
    record_contact(
        encounter_id=first, contact_at=after(60), by=system("demo"), at=after(60), outcome="at-home-not-hospital",
    )  # fmt: skip
    assert two_hours(person, referral, 61).met is True
    with opened(person):
        assert all(task.done_at for task in tasks_about([referral], at=after(61)))


@pytest.mark.hazard(
    "HZ-S10-11",
    hazard="Nobody answered the door, the visit is ticked off, and the person is forgotten.",
    control="'Not seen' leaves the clocks running and always leaves a next visit or a task behind it.",
)
def test_not_seen_is_no_answer_and_leaves_a_next_step() -> None:
    person, referral, first = accepted()
    not_seen(encounter_id=first, reason="no-answer", by=system("demo"), at=after(70))
    assert two_hours(person, referral, 80).phase == "running"
    with opened(person):
        assert any(
            "plan the next visit" in task.title for task in tasks_about([referral], at=after(80)) if not task.done_at
        )
    with pytest.raises(Clash, match="not seen"):
        start(encounter_id=first, by=system("demo"), at=after(75))


def test_not_seen_with_a_next_visit_plans_it() -> None:
    person, referral, first = accepted()
    with pytest.raises(Invalid) as wrong:
        not_seen(encounter_id=first, reason="not-safe", by=system("demo"), at=after(70), next_at=after(60))
    assert set(wrong.value.errors) == {"words", "next_at"}
    not_seen(encounter_id=first, reason="not-home", by=system("demo"), at=after(70), next_at=after(100))
    with opened(person):
        assert [each.state for each in visits_of([referral])] == ["not_seen", "planned"]


@pytest.mark.hazard(
    "HZ-S22-3",
    hazard="A visitor knocks at the door of a family whose relative has just died.",
    control="A death stops every planned visit and task, with a notice that says why.",
)
def test_a_death_stops_what_was_planned_and_says_so() -> None:
    person, referral, first = accepted()
    die(person_id=person, source="family", died_at=after(30), by=system("demo"), at=after(40))
    with opened(person):
        stopped = visit(first)
        assert stopped is not None and stopped.state == "stopped" and "has died" in stopped.notice
        assert all(task.done_at for task in tasks_about([referral], at=after(50)))
    with pytest.raises(Refused, match="was stopped"):
        start(encounter_id=first, by=system("demo"), at=after(50))


def test_a_move_leaves_a_notice_on_what_is_planned() -> None:
    person, _, first = accepted()
    move(
        person_id=person,
        since=MORNING.date(),
        postcode="B29 6JF",
        address_lines=("2 New Road",),
        by=system("demo"),
        at=after(20),
    )
    with opened(person):
        found = visit(first)
    assert found is not None and found.open and "Check where to go" in found.notice


def test_the_round_puts_what_runs_out_first_at_the_head() -> None:
    _, _, first = accepted()
    rows = my_visits(by=nurse(), at=after(20))
    assert [row.id for row in rows] == [first]
    assert rows[0].name == "Ivy Cole" and rows[0].need == directory.place().needs["fall"].title
    assert rows[0].clock is not None and rows[0].clock.live
    assert my_visits(by=staff(role="community-nurse", teams=("ucr-west",)), at=after(20)) == []

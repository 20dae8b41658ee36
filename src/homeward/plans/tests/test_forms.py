"""Does a form know what was said before, keep what is typed, lose nobody's change, and turn answers into facts?"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from homeward.access.api import gate, system
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.foundation.events import of_subject
from homeward.plans.api import Question, Saved, Typed, finish, form_view, response_view, save_progress
from homeward.plans.tests.arranging import FORM, WHOLE, nurse, therapist, visited
from homeward.referrals.tests.arranging import after
from homeward.visits.api import facts_known
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db


def questions(person: UUID, minutes: float = 120) -> dict[str, Question]:
    view = form_view(FORM, person, by=therapist(), at=after(minutes))
    return {question.item.link_id: question for question in view.questions}


def saved(
    person: UUID, answers: dict[str, Typed], *, seen: int = 0, by: str = "Maya Sharma", minutes: float = 120
) -> Saved:
    return save_progress(person_id=person, code=FORM, seen=seen, answers=answers, by=therapist(by), at=after(minutes))


def test_half_is_known_with_who_where_and_when() -> None:
    person = visited()
    found = questions(person)
    known = {link for link, question in found.items() if question.known}
    assert known == {"what-matters", "moving-about", "lives-alone", "way-in"}
    fact = found["moving-about"].known
    assert fact is not None and not fact.stale and fact.where and fact.answered_at == after(65)
    assert found["moving-about"].known_words == "Walks with a stick or frame"
    assert {link for link, question in found.items() if question.asks} == {"falls", "would-help"}


def test_what_is_past_its_shelf_life_is_shown_and_asked_again() -> None:
    later = questions(visited(), minutes=60 * 24 * 10)
    assert later["moving-about"].known is not None and later["moving-about"].known.stale
    assert later["moving-about"].standing is None and later["lives-alone"].standing is True


def test_an_answer_opens_the_question_that_hangs_on_it() -> None:
    person = visited()
    assert not questions(person)["why-falls"].shown
    saved(person, {"falls": Typed(value=2.0)})
    assert questions(person)["why-falls"].shown
    saved(person, {"falls": Typed(value=0.0)}, seen=1)
    assert not questions(person)["why-falls"].shown


@pytest.mark.hazard(
    "HZ-S31-1",
    hazard="Two people fill in one form, and the second save wipes out what the first one wrote.",
    control="A save changes only what its page changed; where both changed one answer both are shown and nothing is overwritten.",
)
def test_two_people_on_one_form_lose_nothing() -> None:
    person = visited()
    first = saved(person, {"falls": Typed(value=2.0), "would-help": Typed(value="A rail")}, by="Maya Sharma")
    other = saved(person, {"falls": Typed(value=3.0), "equipment": Typed(value="frame")}, by="Tom Reid", minutes=121)
    assert first.response_id == other.response_id
    (clash,) = other.clashes
    assert (clash.link_id, clash.theirs.typed.value, clash.theirs.by_name, clash.mine.value) == (
        "falls",
        2.0,
        "Maya Sharma",
        3.0,
    )
    found = questions(person)
    assert {link: found[link].standing for link in ("falls", "would-help", "equipment")} == {
        "falls": 2.0, "would-help": "A rail", "equipment": "frame",
    }  # fmt: skip
    assert not saved(person, {"falls": Typed(value=3.0)}, seen=other.version, by="Tom Reid").clashes
    assert questions(person)["falls"].standing == 3.0


def test_a_save_that_changes_nothing_writes_nothing() -> None:
    person = visited()
    once = saved(person, WHOLE)
    assert saved(person, WHOLE, seen=once.version).version == once.version == 1


def test_finished_answers_are_facts_that_the_visitor_sees() -> None:
    person = visited()
    fact = questions(person)["way-in"].known
    assert fact is not None
    kept = saved(
        person, {**WHOLE, "way-in": Typed(value=fact.value, still=fact.id), "moving-about": Typed(value="alone")}
    )
    finish(response_id=kept.response_id, by=therapist(), at=after(130))
    with gate.person(person, by=system("demo"), at=after(140), why="looking"):
        known = facts_known(
            person, ["falls-in-a-year", "moving-about", "way-in", "lives-alone"], by=system("demo"), at=after(140)
        )
    assert (known["falls-in-a-year"].value, known["moving-about"].value) == (2.0, "alone")
    assert known["way-in"].answered_at == after(120) and known["way-in"].answered_by == "Maya Sharma"
    assert known["lives-alone"].answered_at == after(65)  # nobody touched it: it is still the visit's fact
    view = response_view(kept.response_id, by=nurse(), at=after(150))
    here = {each.item.link_id: each.here for each in view.answers}
    assert here["way-in"] and not here["lives-alone"] and not here["what-matters"]
    assert view.row.good and view.row.valid_until == after(130) + timedelta(days=14)


def test_a_score_is_worked_out_never_typed_and_missing_is_no_nought() -> None:
    person = visited()
    four = {"alertness": "normal", "amt4": "1", "months": "fewer-or-refuses"}
    saved(person, {link: Typed(value=value) for link, value in four.items()})
    scored = questions(person)["4at"].scored
    assert scored is not None and scored.total is None and scored.missing == ("acute_change",) and scored.so_far == 2
    kept = saved(person, {**WHOLE, "acute": Typed(value=True), "4at": Typed(value=0.0)}, seen=1)
    finish(response_id=kept.response_id, by=therapist(), at=after(130))
    with gate.person(person, by=system("demo"), at=after(140), why="looking"):
        assert facts_known(person, ["4at-total"], by=system("demo"), at=after(140))["4at-total"].value == 6.0


def test_a_form_with_a_gap_is_not_finished_and_stays_kept() -> None:
    person = visited()
    kept = saved(person, {"falls": Typed(value=1.0)})
    with pytest.raises(Invalid) as wrong:
        finish(response_id=kept.response_id, by=therapist(), at=after(130))
    assert set(wrong.value.errors) == {"why-falls", "would-help"}
    assert questions(person)["falls"].standing == 1.0


def test_a_form_is_finished_once() -> None:
    person = visited()
    kept = saved(person, WHOLE)
    finish(response_id=kept.response_id, by=therapist(), at=after(130))
    with pytest.raises(Clash, match="already finished"):
        finish(response_id=kept.response_id, by=nurse(), at=after(131))
    with gate.person(person, by=system("demo"), at=after(140), why="looking"):
        events = of_subject(kept.response_id, person_id=person)
    assert [event.kind for event in events] == ["plan.save", "plan.answer"]


def test_a_team_that_does_not_look_after_the_person_sees_no_form() -> None:
    person = visited()
    with pytest.raises(NotPermitted):
        form_view(FORM, person, by=staff(role="therapist", teams=("eict-west",)), at=after(120))


def test_what_was_typed_stays_as_it_was_typed() -> None:
    person = visited()
    saved(person, WHOLE)
    with gate.person(person, by=system("demo"), at=after(140), why="looking"):
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("update plans_entry set words = 'other' where link_id = 'would-help'")

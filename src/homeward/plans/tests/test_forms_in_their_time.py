"""Is each form asked for when its step comes, once, and found where it was filled in already?"""

from collections.abc import Mapping

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import FormLeft, TaskRow, episodes_of, forms_left, move_stage, tasks_about
from homeward.foundation.actions import Actor
from homeward.plans.api import Typed, finish, save_progress
from homeward.plans.tests.arranging import FIRST_VISIT
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import accepted, after, lead, placed, received, triaged
from homeward.visits.api import Value, my_work, record_contact, visits_of
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
SERVICE, TEAM = "early-intervention-community-team", "eict-east"
GOAL = "To get up my own stairs"


def therapist() -> Actor:
    return staff(role="therapist", teams=(TEAM,), name="Maya Sharma")


def taken() -> ServiceRequest:
    """A need that the early intervention team has said yes to."""
    return accepted(placed(service=SERVICE, team=TEAM), by=lead(team=TEAM))


def visited(need: ServiceRequest, answers: Mapping[str, Mapping[str, Value]]) -> None:
    with gate.person(need.person_id, by=system("demo"), at=after(30), why="arranging"):
        first = visits_of([need.id])[0].id
    record_contact(encounter_id=first, contact_at=after(40), by=system("demo"), at=after(45), answers=answers)


def filled_in(need: ServiceRequest, form: str, answers: dict[str, Typed]) -> None:
    """On a page of its own, at no visit."""
    kept = save_progress(person_id=need.person_id, code=form, seen=0, answers=answers, by=therapist(), at=after(50))
    finish(response_id=kept.response_id, by=therapist(), at=after(51))


def asked_for(need: ServiceRequest) -> tuple[list[str], list[str]]:
    """(forms to fill in, forms filled in), as the tasks of the need say."""
    with gate.person(need.person_id, by=system("demo"), at=after(90), why="looking"):
        tasks: list[TaskRow] = tasks_about([need.id], at=after(90))
    forms = [task for task in tasks if task.title.startswith("Fill in: ")]
    open_, done = ([task for task in forms if (task.done_at is None) is left] for left in (True, False))
    return (sorted(each.title[9:] for each in open_), sorted(each.title[9:] for each in done))


def agreed(need: ServiceRequest) -> None:
    with gate.person(need.person_id, by=system("demo"), at=after(60), why="arranging"):
        [episode] = episodes_of([need.id])[need.id]
    move_stage(episode_id=episode.id, to="helping", by=therapist(), at=after(60))


def left(need: ServiceRequest) -> list[str]:
    with gate.person(need.person_id, by=therapist(), at=after(90), why="looking"):
        [episode] = episodes_of([need.id])[need.id]
        found: list[FormLeft] = list(forms_left(episode.id, by=therapist()))
    return [each.title for each in found]


@pytest.mark.hazard(
    "HZ-S12-43",
    hazard="Everybody's list of work asks for forms of the end from the first day, so that nobody reads it any more.",
    control="A form is asked for when the step comes that needs it; one of the end when the care is being closed.",
)
def test_a_form_is_asked_for_when_its_step_comes() -> None:
    need = taken()
    assert asked_for(need) == (["First visit"], [])
    visited(need, {"first-visit": FIRST_VISIT})
    assert asked_for(need) == (["Recovery plan"], ["First visit"])
    agreed(need)
    assert asked_for(need) == (["Recovery plan"], ["First visit"])
    assert left(need) == ["Recovery plan", "End of recovery care"]


def test_a_form_filled_in_before_its_step_is_not_asked_for_again() -> None:
    need = taken()
    visited(need, {"first-visit": FIRST_VISIT, "recovery-goals": {"goal": GOAL}})
    assert asked_for(need) == ([], ["First visit", "Recovery plan"])
    agreed(need)
    assert asked_for(need) == ([], ["First visit", "Recovery plan"])
    assert left(need) == ["End of recovery care"]


@pytest.mark.hazard(
    "HZ-S31-42",
    hazard="A form filled in on the person's own page still stands as to be done, so somebody asks the person everything again.",
    control="A finished form answers every need of the person that asks for it, now or at a later step.",
)
def test_a_form_on_a_page_of_its_own_counts_too() -> None:
    need = taken()
    visited(need, {"first-visit": FIRST_VISIT})
    filled_in(need, "recovery-goals", {"goal": Typed(value=GOAL)})
    assert asked_for(need) == ([], ["First visit", "Recovery plan"])


def test_a_form_of_the_end_filled_in_early_is_not_missing_at_the_end() -> None:
    need = taken()
    visited(need, {"first-visit": FIRST_VISIT})
    ended: dict[str, Typed] = {
        "care-hours-at-end": Typed(value=7.0), "goals-reached": Typed(value="all"), "living-now": Typed(value="own-home"),
        "next": Typed(value="Her daughter comes on Sundays"),
    }  # fmt: skip
    filled_in(need, "recovery-end", ended)
    assert "End of recovery care" not in left(need)


def test_tasks_called_alike_say_for_which_need() -> None:
    need = taken()
    other = triaged(received(person_id=need.person_id, need_code="recovery-at-home"))
    accepted(placed(other, service=SERVICE, team=TEAM), by=lead(team=TEAM))
    [row] = my_work(by=therapist(), at=after(10), kind="task").rows
    assert {(item.words, item.detail) for item in row.items} == {
        ("Fill in: First visit", "A fall"), ("Fill in: First visit", "Getting back on their feet"),
    }  # fmt: skip

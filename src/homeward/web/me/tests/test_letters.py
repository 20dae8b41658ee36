"""Does what a person writes to their team become a task with an owner, once, and does the answer come back?"""

from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.episodes.api import Letter, finish_task, letters, tasks_for, write_to_team
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import TEAM, accepted, after, lead
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db


def written(
    need: ServiceRequest, *, by: Actor, words: str = "Please come after ten.", team: str = TEAM, id: UUID | None = None
) -> UUID:
    return write_to_team(
        task_id=id or new_id(), person_id=need.person_id, subject_id=need.id, team=team, title="Ivy Cole wrote to you",
        words=words, by=by, at=after(60),
    )  # fmt: skip


def kept(need: ServiceRequest, by: Actor) -> list[Letter]:
    with gate.person(need.person_id, by=by, at=after(90), why="own record"):
        return letters(need.person_id)


@pytest.mark.hazard(
    "HZ-P1-1",
    hazard="What a person writes to their team lies where nobody is bound to read it.",
    control="A message is a task of one team from the moment it is sent, with a day by which to answer; the writer sees whose it is.",
)
def test_it_is_on_the_teams_list_and_the_answer_comes_back() -> None:
    need, team = accepted(), lead()
    ivy = citizen(person_id=need.person_id)
    id = written(need, by=ivy)
    with gate.worklist(by=team, at=after(61), what="my work"):
        assert id in [task.id for task in tasks_for([TEAM], at=after(61))]
    (letter,) = kept(need, ivy)
    assert (letter.words, letter.written_by, letter.done_at) == ("Please come after ten.", "Ivy Cole", None)
    assert letter.answer_due_at is not None and letter.answer_due_at > after(60)
    finish_task(task_id=id, by=team, at=after(80), answer="We will come at 11.")
    (letter,) = kept(need, ivy)
    assert (letter.answer, letter.done_by) == ("We will come at 11.", team.name)


def test_sent_twice_it_is_one() -> None:
    need = accepted()
    ivy, id = citizen(person_id=need.person_id), new_id()
    assert written(need, by=ivy, id=id) == written(need, by=ivy, id=id)
    assert len(kept(need, ivy)) == 1


def test_empty_words_a_strangers_team_and_too_much_are_said() -> None:
    need = accepted()
    ivy = citizen(person_id=need.person_id)
    for words, team, field in ((" ", TEAM, "words"), ("x" * 2001, TEAM, "words"), ("Yes", "ucr-west", "team")):
        with pytest.raises(Invalid) as wrong:
            written(need, by=ivy, words=words, team=team)
        assert list(wrong.value.errors) == [field]


def test_staff_and_strangers_do_not_write_in_a_persons_name() -> None:
    need = accepted()
    for by in (lead(), citizen(person_id=None, role="carer")):
        with pytest.raises(NotPermitted):
            written(need, by=by)

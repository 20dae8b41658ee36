"""Is every task, episode and visit acted on only by the team that owns it, the hub of its need, or the house?"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import (
    add_task,
    close_episode,
    finish_task,
    move_stage,
    reassign_task,
    tasks_about,
    withdraw_episode,
)
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import HUB, OTHER_TEAM, TEAM, accepted, after, now_is
from homeward.visits.api import not_seen, plan, record_contact, start, visits_of
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
Verb = Callable[[ServiceRequest, UUID, UUID, UUID, Actor, datetime], object]

# Each verb on: the need, its episode, its first visit and one of its tasks.
VERBS: dict[str, Verb] = {
    "finish a task": lambda need, care, visit, task, by, at: finish_task(task_id=task, by=by, at=at),
    "pass a task on": lambda need, care, visit, task, by, at: reassign_task(task_id=task, owner_team=HUB, by=by, at=at),
    "add a task": lambda need, care, visit, task, by, at: add_task(
        person_id=need.person_id, subject_id=need.id, subject_kind="referral", episode_id=care, title="Ring", owner_team=TEAM, by=by, at=at
    ),
    "move the care on": lambda need, care, visit, task, by, at: move_stage(episode_id=care, to="seen", by=by, at=at),
    "close the care": lambda need, care, visit, task, by, at: close_episode(
        episode_id=care, outcome="not-needed", words="Rang: better now", by=by, at=at
    ),
    "withdraw the care": lambda need, care, visit, task, by, at: withdraw_episode(
        episode_id=care, why="Asked in error", by=by, at=at
    ),
    "plan a visit": lambda need, care, visit, task, by, at: plan(
        person_id=need.person_id, referral_id=need.id, episode_id=care, team_code=TEAM, by=by, at=at
    ),
    "set off": lambda need, care, visit, task, by, at: start(encounter_id=visit, by=by, at=at),
    "record a contact": lambda need, care, visit, task, by, at: record_contact(
        encounter_id=visit, contact_at=at, by=by, at=at
    ),
    "say that nobody was seen": lambda need, care, visit, task, by, at: not_seen(
        encounter_id=visit, reason="no-answer", by=by, at=at
    ),
}


def under_way() -> tuple[ServiceRequest, UUID, UUID, UUID]:
    """A need that the urgent team accepted, and that nurses of another team know of as well."""
    need = now_is(accepted(at=after(10)))
    assert need.episode_id is not None
    with gate.person(need.person_id, by=system("demo"), at=after(10), why="arranging"):
        relationships.grant(need.person_id, OTHER_TEAM, kind="referral", source_id=need.id, at=after(10))
        return need, need.episode_id, visits_of([need.id])[0].id, tasks_about([need.id], at=after(10))[0].id


@pytest.mark.hazard(
    "HZ-S10-14",
    hazard="A team that also knows the person ends another team's care, or ticks off a visit that nobody made.",
    control="Every verb on a task, an episode or a visit is refused to all but its team, the need's hub and the house, with their names.",
)
@pytest.mark.parametrize("verb", VERBS)
def test_another_team_that_knows_the_person_is_told_whose_it_is(verb: str) -> None:
    with pytest.raises(NotPermitted, match="^Only East urgent community response or East locality hub can") as refused:
        VERBS[verb](*under_way(), staff(role="team-lead", teams=(OTHER_TEAM,)), after(20))
    assert refused.value.next_step


@pytest.mark.parametrize("verb", VERBS)
def test_its_own_team_may(verb: str) -> None:
    by = staff(role="community-nurse", teams=(TEAM,))
    if verb == "move the care on":  # a visit takes this step, so nobody takes it by hand
        with pytest.raises(Refused, match="happens by itself"):
            VERBS[verb](*under_way(), by, after(20))
    else:
        VERBS[verb](*under_way(), by, after(20))


@pytest.mark.parametrize("verb", [verb for verb in VERBS if "task" in verb or "close" in verb])
def test_the_hub_of_the_need_may_where_its_role_does(verb: str) -> None:
    VERBS[verb](*under_way(), staff(role="hub-coordinator", teams=(HUB,)), after(20))


def test_a_task_goes_only_to_a_team_that_looks_after_the_person() -> None:
    _, _, _, task = under_way()
    by = staff(role="community-nurse", teams=(TEAM,))
    with pytest.raises(Invalid, match="does not look after this person"):
        reassign_task(task_id=task, owner_team="ucr-west", by=by, at=after(20))


def test_without_a_contact_the_end_says_why() -> None:
    _, care, _, _ = under_way()
    by = staff(role="community-nurse", teams=(TEAM,))
    with pytest.raises(Invalid, match="No contact is recorded") as wrong:
        close_episode(episode_id=care, outcome="not-needed", by=by, at=after(20))
    assert set(wrong.value.errors) == {"words"}

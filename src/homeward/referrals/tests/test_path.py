"""Does a need go the whole way: received, triaged, placed, accepted, seen, closed, with one owner and one clock?"""

import pytest

from homeward.access.api import gate, relationships
from homeward.episodes.api import clocks_of, close_episode, episodes_of, tasks_about
from homeward.referrals.models import Move, OwnerPeriod, ServiceRequest
from homeward.referrals.tests.arranging import (
    HUB,
    MORNING,
    SERVICE,
    TEAM,
    accepted,
    after,
    clinician,
    lead,
    placed,
    received,
    triaged,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db


def test_the_whole_way() -> None:
    referral = accepted(placed(triaged(received(), at=after(5)), at=after(10)), at=after(20))
    commits()
    assert (referral.state, referral.owner_team_id, referral.hub_team_id, referral.service_code) == (
        "accepted",
        TEAM,
        HUB,
        SERVICE,
    )
    by = lead()
    with gate.person(referral.person_id, by=by, at=after(21)):
        clocks = {clock.code: clock for clock in clocks_of([referral.id], after(21))[referral.id]}
        episode = episodes_of([referral.id])[referral.id][0]
        tasks = tasks_about([referral.id], at=after(21))
        owners = [
            (each.team_id, each.during.lower) for each in OwnerPeriod.objects.filter(referral=referral).order_by("id")
        ]
        moves = list(
            Move.objects.filter(referral=referral).order_by("version").values_list("kind", "from_state", "state")
        )
    assert clocks["two-hour-response"].due_at == after(120)
    assert clocks["hub-triage"].met is True and clocks["team-acceptance"].met is True
    assert (episode.team_code, episode.closed_at) == (TEAM, None)
    assert "Make the first visit" in {task.title for task in tasks}
    assert owners == [(HUB, MORNING), (TEAM, after(10))]
    assert moves == [
        ("receive", None, "received"),
        ("triage", "received", "triaged"),
        ("place", "triaged", "placed"),
        ("accept", "placed", "accepted"),
    ]
    close_episode(episode_id=episode.id, outcome="at-home", words="Helped by telephone", by=by, at=after(90))
    commits()
    with gate.person(referral.person_id, by=clinician(), at=after(91)):
        ended = ServiceRequest.objects.get(id=referral.id)
    assert (ended.state, ended.ended_at, ended.outcome_code) == ("closed", after(90), "at-home")
    assert not relationships.with_team(referral.person_id, [TEAM])
    assert not relationships.with_team(referral.person_id, [HUB])
    assert relationships.with_team(referral.person_id, ["place-office"])

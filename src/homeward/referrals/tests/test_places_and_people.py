"""Does the hub serve every part of the place, every way in, and every sender alike?"""

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.episodes.api import clocks_of, close_episode
from homeward.referrals.api import Requester, candidates, decline, hand_back, next_moves, row, track
from homeward.referrals.tests.arranging import (
    HUB,
    OTHER_SERVICE,
    OTHER_TEAM,
    TEAM,
    accepted,
    after,
    clinician,
    coordinator,
    gp,
    lead,
    now_is,
    person,
    placed,
    received,
    seen,
    triaged,
)
from tests.plumbing.people_at_work import citizen

pytestmark = pytest.mark.django_db


def ward_in(locality: str) -> str:
    areas = place().areas.values()
    return next(
        area.code
        for area in areas
        if area.kind == "ward" and any(link.code == locality and link.valid_to is None for link in area.within)
    )


@pytest.mark.hazard(
    "HZ-S17-1",
    hazard="Help is arranged as if the whole place were one city, and the people of its other council are forgotten.",
    control="A person of each locality is taken in by the hub of that locality and offered the teams that cover it.",
)
@pytest.mark.parametrize("locality", ["solihull", "north", "east", "central", "south", "west"])
def test_each_locality_has_its_hub_and_its_teams(locality: str) -> None:
    hub = f"hub-{locality}"
    need = received(person_id=person(ward_code=ward_in(locality)))
    assert (need.owner_team_id, need.locality_code) == (hub, locality)
    shown = candidates(need.id, by=coordinator(team=hub), at=after(5))
    here = {each.team_code for each in shown.fitting}
    assert f"ucr-{locality}" in here
    assert not any(team.startswith("ucr-") and team != f"ucr-{locality}" for team in here)


@pytest.mark.hazard(
    "HZ-S53-2",
    hazard="The practice sends a request, hears nothing, and rings, faxes and sends it again.",
    control="Whoever sent it sees each step as it is taken, with the team's name, until it has ended.",
)
def test_the_sender_sees_every_step_to_the_end() -> None:
    need = accepted(placed(triaged(received(), at=after(5)), at=after(10)), at=after(20))
    seen(person_id=need.person_id, referral_id=need.id, by=lead(), at=after(60))
    episode = now_is(need).episode_id
    assert episode is not None
    close_episode(episode_id=episode, outcome="at-home", by=lead(), at=after(90))
    view = track(need.id, by=gp(), at=after(91))
    assert [step.words for step in view.steps] == [
        "The request was received by East locality hub.",
        "East locality hub has read the request.",
        "East urgent community response was asked to help.",
        "East urgent community response accepted and will be in touch.",
        "East urgent community response has seen the person.",
        "The request has ended.",
    ]
    assert (view.ended, view.can_withdraw, view.by_when_words) == (True, False, "")


@pytest.mark.hazard(
    "HZ-S55-1",
    hazard="People who do not use the web wait longer than those who do, or are sent to their doctor first.",
    control="A call, a form, a citizen's own request and a partner's message join one queue with the same clocks and the same order.",
)
def test_every_way_in_joins_one_queue_with_the_same_clock() -> None:
    someone = person(language_code="ur", interpreter_needed=True, access_needs="Large print")
    me = citizen(person_id=someone)
    self_sent = received(
        by=me, person_id=someone, source="citizen", requester=Requester(name="Ivy Cole", kind="citizen")
    )
    rung_in = received(by=coordinator(), source="call", requester=Requester(name="A neighbour"))
    for need in (self_sent, rung_in):
        assert (need.owner_team_id, need.urgency) == (HUB, "two-hours")
        with gate.person(need.person_id, by=coordinator(), at=after(1)):
            assert {each.code for each in clocks_of([need.id], after(1))[need.id]} >= {
                "two-hour-response",
                "hub-triage",
            }
    shown = row(self_sent.id, by=coordinator(), at=after(1))
    assert shown is not None
    assert (shown.language_code, shown.access_needs) == ("ur", "Large print")
    assert "Interpreter needed" in shown.marks
    assert rung_in.requester_team == "" and rung_in.requester_user is None


@pytest.mark.hazard(
    "HZ-S23-3",
    hazard="A need goes from team to team, and each sees only that it has just arrived.",
    control="How often it was passed on stands on its row, and the whole story is one click away.",
)
def test_how_often_it_was_passed_on_stands_on_the_row() -> None:
    need = placed()
    declined = decline(
        referral_id=need.id, reason_code="another-service-fits-better", next_team=OTHER_TEAM, next_service=OTHER_SERVICE,
        by=lead(), at=after(20), expected_version=3,
    )  # fmt: skip
    hand_back(
        referral_id=need.id, reason_code="need-has-changed", by=lead(team=OTHER_TEAM), at=after(25),
        expected_version=declined.version,
    )  # fmt: skip
    shown = row(need.id, by=coordinator(), at=after(26))
    assert shown is not None
    assert (shown.passed_on, shown.marks) == (2, ("Passed on 2 times",))
    assert TEAM != shown.owner_team == HUB


def test_nobody_is_offered_a_move_that_would_be_refused() -> None:
    need = received()
    assert "second_look" not in next_moves(need.id, by=clinician(), at=after(1)).may

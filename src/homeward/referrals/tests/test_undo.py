"""Can the last move be taken back, by those who may, with a reason, and do owner, care and clocks follow?"""

import pytest

from homeward.access.api import gate
from homeward.capacity.api import unmet
from homeward.episodes.api import clocks_of, episodes_of, rebuild_clocks
from homeward.episodes.vocabulary import ClockPhase
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.referrals.api import ServiceRequest, answer, ask, close, hand_back, no_capacity, undo
from homeward.referrals.models import Move, OwnerPeriod
from homeward.referrals.tests.arranging import (
    HUB,
    TEAM,
    accepted,
    after,
    coordinator,
    gp,
    lead,
    placed,
    received,
    triaged,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db


def undone(referral: ServiceRequest, *, by: Actor | None = None, minutes: float = 60) -> ServiceRequest:
    back = undo(
        referral_id=referral.id, reason_code="wrong-choice", by=by or coordinator(), at=after(minutes),
        expected_version=referral.version,
    )  # fmt: skip
    commits()
    return back


def clocks(referral: ServiceRequest, minutes: float = 61) -> dict[str, ClockPhase]:
    with gate.person(referral.person_id, by=coordinator(), at=after(minutes)):
        found = {each.code: each.phase for each in clocks_of([referral.id], after(minutes))[referral.id]}
        assert rebuild_clocks(referral.id, referral.person_id) == []
    return found


@pytest.mark.hazard(
    "HZ-S12-9",
    hazard="A mistaken move is put right by another, and the clock keeps what the mistake did to it.",
    control="An undo is a move of its own that voids the marks of the move it takes back; the clocks are rebuilt and compared.",
)
def test_undoing_a_triage_gives_the_triage_clock_back() -> None:
    before = received()
    after_triage = triaged(before)
    assert clocks(after_triage)["hub-triage"] == "stopped"
    back = undone(after_triage)
    assert (back.state, back.urgency_advised, back.version) == ("received", None, 3)
    assert clocks(back)["hub-triage"] == "running"


def test_undoing_a_placing_gives_the_hub_its_need_back_and_nothing_is_erased() -> None:
    back = undone(placed())
    assert (back.state, back.owner_team_id, back.service_code) == ("triaged", HUB, None)
    with gate.person(back.person_id, by=coordinator(), at=after(61)):
        kinds = list(Move.objects.filter(referral=back).order_by("version").values_list("kind", flat=True))
        owners = list(OwnerPeriod.objects.filter(referral=back).order_by("id").values_list("team_id", flat=True))
        taken_back = Move.objects.get(referral=back, kind="undo").undoes
    assert kinds == ["receive", "triage", "place", "undo"]
    assert owners == [HUB, TEAM, HUB]
    assert taken_back is not None and taken_back.kind == "place"


def test_undoing_an_acceptance_ends_the_care_that_began() -> None:
    referral = accepted()
    back = undone(referral, by=lead())
    assert (back.state, back.owner_team_id, back.episode_id, back.owner_user) == ("placed", TEAM, None, None)
    with gate.person(back.person_id, by=coordinator(), at=after(61)):
        assert all(each.closed_at for each in episodes_of([back.id])[back.id])
    assert clocks(back)["team-acceptance"] == "running"


def test_undoing_a_handing_back_begins_the_care_anew() -> None:
    referral = accepted()
    handed = hand_back(
        referral_id=referral.id, reason_code="need-has-changed", by=lead(), at=after(30), expected_version=4
    )
    back = undone(handed)
    assert (back.state, back.owner_team_id) == ("accepted", TEAM)
    with gate.person(back.person_id, by=coordinator(), at=after(61)):
        first, second = episodes_of([back.id])[back.id]
    assert first.closed_at and second.closed_at is None and back.episode_id == second.id


def test_undoing_a_close_opens_it_and_its_clock() -> None:
    referral = triaged()
    ended = close(referral_id=referral.id, outcome_code="duplicate", by=coordinator(), at=after(30), expected_version=2)
    assert clocks(ended)["two-hour-response"] == "abandoned"
    back = undone(ended)
    assert (back.state, back.ended_at, back.outcome_code) == ("triaged", None, "")
    assert clocks(back)["two-hour-response"] == "running"


def test_a_team_may_take_its_own_handing_back_back_until_the_hub_moves() -> None:
    first, second = (
        hand_back(
            referral_id=each.id, reason_code="need-has-changed", by=lead(), at=after(30), expected_version=each.version
        )
        for each in (placed(), placed())
    )
    assert undone(first, by=lead()).owner_team_id == TEAM
    triaged(second, at=after(31))
    with pytest.raises(NotPermitted):
        undone(second, by=lead())


def test_undoing_no_capacity_stops_counting_it() -> None:
    referral = placed()
    counted = no_capacity(referral_id=referral.id, by=lead(), at=after(20), expected_version=3)
    assert undone(counted).owner_team_id == TEAM
    assert not any(each.waiting for each in unmet(since=after(0), until=after(90)))


def test_only_the_last_move_of_the_right_kind_by_the_right_people_with_a_reason() -> None:
    referral = placed()
    with pytest.raises(NotPermitted, match="made the last move"):
        undone(referral, by=lead())
    with pytest.raises(Invalid, match="Choose a reason"):
        undo(referral_id=referral.id, reason_code="because", by=coordinator(), at=after(60), expected_version=3)
    back = undone(referral)
    with pytest.raises(Refused, match="cannot be undone"):
        undone(back)
    fresh = received()
    with pytest.raises(Refused, match="cannot be undone"):
        undone(fresh)
    asked = ask(referral_id=fresh.id, words="Who has the key?", by=coordinator(), at=after(5), expected_version=1)
    answered = answer(referral_id=fresh.id, words="Nobody", by=gp(), at=after(6))
    assert answered.version == asked.version + 1
    with pytest.raises(Refused, match="answered a question. That cannot be undone"):
        undone(answered)

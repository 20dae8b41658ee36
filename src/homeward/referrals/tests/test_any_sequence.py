"""Whatever legal moves are made, in whatever order, is there one owner at every moment, and does the log tell it all?"""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import gate, system
from homeward.episodes.api import rebuild_clocks
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.referrals import api as referrals
from homeward.referrals.api import ServiceRequest
from homeward.referrals.models import Move, OwnerPeriod
from homeward.referrals.rules.moves import MOVES, is_legal
from homeward.referrals.rules.replay import replay
from homeward.referrals.tests.arranging import HUB, MORNING, OTHER_SERVICE, OTHER_TEAM, SERVICE, TEAM, now_is, received
from homeward.referrals.tests.committing import commits
from homeward.referrals.vocabulary import State
from tests.plumbing.people_at_work import staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SERVICES = ((SERVICE, TEAM), (OTHER_SERVICE, OTHER_TEAM))
HUBS = (HUB, "hub-west", "single-point-of-access", "care-coordination-centre")
Doing = Callable[[dict[str, Any], random.Random], object]


def _next(rng: random.Random) -> dict[str, Any]:
    return {"next_team": HUB} if rng.random() < 0.5 else {"next_team": OTHER_TEAM, "next_service": OTHER_SERVICE}


def _service(rng: random.Random) -> dict[str, Any]:
    service, team = rng.choice(SERVICES)
    return {"service_code": service, "team_code": team}


DOINGS: dict[str, Doing] = {
    "triage": lambda common, rng: referrals.triage(
        **common, answers={"alone-now": rng.random() < 0.5}, urgency=rng.choice(("two-hours", "planned")), words="Heard"
    ),
    "second_look": lambda common, rng: referrals.second_look(**common, agree=rng.random() < 0.5),
    "place": lambda common, rng: referrals.place(**common, **_service(rng), why="Best placed"),
    "accept": lambda common, rng: referrals.accept(**common),
    "advise": lambda common, rng: referrals.advise(
        **common, words="Rest", safety_net_words="Ring 999", told="Crew", closes=(ends := rng.random() < 0.3),
        check_at=None if ends else common["at"] + timedelta(hours=1),
    ),
    "ask": lambda common, rng: referrals.ask(**common, words="Key?"),
    "answer": lambda common, rng: referrals.answer(**common, words="Yes"),
    "refer_on": lambda common, rng: referrals.refer_on(**common, parts=[referrals.Part(need_code="loneliness")]),
    "hand_back": lambda common, rng: referrals.hand_back(**common, reason_code="need-has-changed"),
    "decline": lambda common, rng: referrals.decline(
        **common, reason_code="lives-outside-area",
        **_next(rng),
    ),
    "no_capacity": lambda common, rng: referrals.no_capacity(**common),
    "revoke": lambda common, rng: referrals.revoke(**common, reason_code="need-gone"),
    "reopen": lambda common, rng: referrals.reopen(**common, reason_code="need-came-back"),
    "close": lambda common, rng: referrals.close(
        **common, outcome_code=rng.choice(("not-needed", "need-met", "duplicate"))
    ),
    "undo": lambda common, rng: referrals.undo(**common, reason_code="wrong-choice"),
}  # fmt: skip


def workers() -> list[Actor]:
    """People who between them may make every move."""
    return [
        staff(role="hub-clinician", teams=HUBS, name="Asha"),
        staff(role="hub-clinician", teams=HUBS, name="Ben"),
        staff(role="team-lead", teams=(TEAM, OTHER_TEAM), name="Chloe"),
    ]


@pytest.mark.hazard(
    "HZ-S12-12",
    hazard="Some unforeseen order of moves loses the owner, the history or the clock.",
    control="Random sequences of legal moves: one owner at every moment, versions without a gap, and the log replayed to where it stands.",
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1))
def test_any_sequence_of_moves(seed: int) -> None:
    rng, people = random.Random(seed), workers()
    referral, made = received(at=MORNING), 0
    for step in range(12):
        at = MORNING + timedelta(minutes=17 * step + 1)
        referral = now_is(referral)
        kind = rng.choice([kind for kind in DOINGS if MOVES[kind].leads_from(referral.known_state)])
        made += _tried(kind, referral, rng.choice(people), at, rng)
        commits()
        _holds(referral)
    assert now_is(referral).version == made + 1
    with gate.job("demo", by=system("demo"), at=MORNING):
        assert rebuild_clocks(referral.id, referral.person_id) == []


def _tried(kind: str, referral: ServiceRequest, by: Actor, at: datetime, rng: random.Random) -> int:
    """One try: a refusal changes nothing, a move counts one."""
    common: dict[str, Any] = {"referral_id": referral.id, "by": by, "at": at, "expected_version": referral.version}
    try:
        DOINGS[kind](common, rng)
    except Refused:
        assert now_is(referral).version == referral.version
        return 0
    return 1


def _holds(referral: ServiceRequest) -> None:
    with gate.job("demo", by=system("demo"), at=MORNING):
        now = ServiceRequest.objects.get(id=referral.id)
        periods = list(OwnerPeriod.objects.filter(referral=now).order_by("id"))
        moves = list(Move.objects.filter(referral=now).order_by("version"))
        told = replay((event.kind, event.facts) for event in events.of_subject(now.id, person_id=now.person_id))
    assert [period.during.upper is None for period in periods] == [False] * (len(periods) - 1) + [True]
    assert periods[-1].team_id == now.owner_team_id and periods[0].during.lower == now.received_at
    assert all(one.during.upper == next_.during.lower for one, next_ in zip(periods, periods[1:], strict=False))
    assert [move.version for move in moves] == list(range(1, now.version + 1))
    assert all(is_legal(move.kind, cast(State | None, move.from_state), cast(State, move.state)) for move in moves)
    assert all(one.state == next_.from_state for one, next_ in zip(moves, moves[1:], strict=False))
    assert told is not None
    assert vars(told) == {
        "state": now.state, "owner_team": now.owner_team_id, "hub_team": now.hub_team_id, "need_code": now.need_code,
        "urgency": now.urgency, "service_code": now.service_code, "version": now.version,
    }  # fmt: skip

"""When two people do it at the same moment, does one win and is the other told who?"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connections

from homeward.access.api import gate, system
from homeward.episodes.api import escalations_due
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Refused
from homeward.referrals.actions.escalate import DUTY, escalate
from homeward.referrals.actions.hand_over import hand_over
from homeward.referrals.api import Part, ServiceRequest, accept, notices, place, receive, refer_on, revoke
from homeward.referrals.jobs import JOB, hand_over_due
from homeward.referrals.models import Move
from homeward.referrals.rules.stating import ReferralDetails, Requester
from homeward.referrals.tests.arranging import (
    OTHER_SERVICE,
    OTHER_TEAM,
    SERVICE,
    TEAM,
    accepted,
    after,
    anything,
    coordinator,
    gp,
    lead,
    now_is,
    person,
    placed,
    received,
    triaged,
)

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*doings: Callable[[], object]) -> list[object]:
    """Do them at the same moment, each in a thread and a transaction of its own; what each gave or raised."""
    ready = Barrier(len(doings))

    def one(doing: Callable[[], object]) -> object:
        try:
            ready.wait(timeout=20)
            return doing()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(one, doings))


@pytest.mark.hazard(
    "HZ-S12-13",
    hazard="Two people accept or place the same need at once; both believe it is theirs, or the second overwrites the first.",
    control="The referral is locked and its version compared: one move stands, the other is refused and told who and when.",
)
def test_two_accept_at_once_one_wins_the_other_is_told() -> None:
    referral = placed()
    asha, ben = lead(name="Asha Patel"), lead(name="Ben Osei")

    def accepting(by: Actor) -> Callable[[], object]:
        return lambda: accept(referral_id=referral.id, by=by, at=after(242), expected_version=referral.version)

    answers = at_once(accepting(asha), accepting(ben))
    [won] = [each for each in answers if isinstance(each, ServiceRequest)]
    [lost] = [each for each in answers if isinstance(each, Clash)]
    assert lost.message == f"{won.latest_move_by} accepted this at 2:02pm on 3 March."
    assert (lost.who, lost.when) == (won.latest_move_by, after(242))
    assert now_is(referral).version == referral.version + 1


def test_two_place_at_once_in_different_places_one_stands() -> None:
    referral = triaged()

    def placing(service: str, team: str, by: Actor) -> Callable[[], object]:
        return lambda: place(
            referral_id=referral.id, service_code=service, team_code=team, why="Best", by=by, at=after(10),
            expected_version=referral.version,
        )  # fmt: skip

    answers = at_once(
        placing(SERVICE, TEAM, coordinator(name="Asha")), placing(OTHER_SERVICE, OTHER_TEAM, coordinator(name="Ben"))
    )
    [won] = [each for each in answers if isinstance(each, ServiceRequest)]
    assert sum(isinstance(each, Clash) for each in answers) == 1
    assert now_is(referral).owner_team_id == won.owner_team_id


def test_the_same_message_four_times_at_once_is_one_referral() -> None:
    someone, by, key = person(), gp(), anything()
    details = ReferralDetails(person_id=someone, source="bars", requester=Requester(name="A partner"), need_code="fall")
    answers = at_once(*[lambda: receive(details=details, by=by, at=after(1), idempotency_key=key)] * 4)
    assert len({each.id for each in answers if isinstance(each, ServiceRequest)}) == 1
    assert all(isinstance(each, ServiceRequest) for each in answers)
    assert Move.objects.count() == 0  # the gate is shut again for everyone


@pytest.mark.hazard(
    "HZ-S12-35",
    hazard="Two workers escalate the same wait at the same moment; staff are rung twice and the next rung is skipped.",
    control="The rung is looked at again under the need's lock, whoever else climbed it: one event, one notice, one rung.",
)
def test_a_rung_is_climbed_once_by_however_many_workers() -> None:
    need, at = accepted(), after(60)
    with gate.job(JOB, by=system(JOB), at=at):
        [due] = escalations_due(at)

    def climbing() -> object:
        return escalate(
            referral_id=due.subject_id, clock=due.clock, rung=due.rung, to_role=due.to_role, words=due.words,
            by=system(JOB), at=at,
        )  # fmt: skip

    answers = at_once(*[climbing] * 4)
    assert sum(isinstance(each, ServiceRequest) for each in answers) == 1
    assert sum(type(each) is Refused for each in answers) == 3
    assert now_is(need).rungs_climbed == 1
    assert len(notices(by=lead(), at=after(61), kinds={"escalated"})) == 1


def test_two_workers_hand_over_once() -> None:
    need, at = received(at=after(595)), after(600)  # 8pm

    def handing_over() -> object:
        return hand_over(referral_id=need.id, expected_version=need.version, by=system(DUTY), at=at)

    answers = at_once(*[handing_over] * 3, lambda: hand_over_due(at))
    assert sum(isinstance(each, ServiceRequest) for each in answers) + answers[3] == 1  # type: ignore[operator]  # a count
    moved = now_is(need)
    assert (moved.version, moved.owner_team_id) == (2, "single-point-of-access")


def test_parts_and_their_whole_withdrawn_at_once_wait_for_each_other() -> None:
    whole = refer_on(
        referral_id=triaged().id,
        parts=[Part(need_code="fall", service_code=SERVICE, team_code=TEAM), Part(need_code="loneliness")],
        by=coordinator(), at=after(10), expected_version=2,
    )  # fmt: skip
    with gate.job("demo", by=system("demo"), at=after(10)):
        parts = [each.id for each in ServiceRequest.objects.filter(based_on=whole)]
    by = coordinator()

    def withdrawing(id: UUID) -> Callable[[], object]:
        return lambda: revoke(referral_id=id, reason_code="need-gone", by=by, at=after(20))

    answers = at_once(*[withdrawing(id) for id in parts], withdrawing(whole.id))
    assert not [each for each in answers if isinstance(each, Clash)]
    assert now_is(whole).state == "revoked"
    with gate.job("demo", by=system("demo"), at=after(21)):
        assert set(ServiceRequest.objects.filter(id__in=parts).values_list("state", flat=True)) == {"revoked"}

"""When two people do it at the same moment, does one win and is the other told who?"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash
from homeward.referrals.api import ServiceRequest, accept, place, receive
from homeward.referrals.models import Move
from homeward.referrals.rules.stating import ReferralDetails, Requester
from homeward.referrals.tests.arranging import (
    OTHER_SERVICE,
    OTHER_TEAM,
    SERVICE,
    TEAM,
    after,
    anything,
    coordinator,
    gp,
    lead,
    now_is,
    person,
    placed,
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
        except Clash as clash:
            return clash
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

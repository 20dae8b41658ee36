"""Is home care found on offers, handed back without being lost, brought down, and are the hours at both ends kept?"""

from decimal import Decimal
from uuid import UUID

import pytest

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import tasks_about
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.hospital.api import (
    CareView,
    agree,
    ask_home_care,
    care_hours,
    care_list,
    end_home_care,
    hand_back_home_care,
    home_care,
    offer_home_care,
    policy,
    recommend,
    start_home_care,
    take_offer,
    taper_home_care,
)
from homeward.hospital.tests.arranging import HUB, admitted, days, hub, ward
from homeward.hospital.tests.test_way_home import ready
from homeward.referrals.tests.arranging import MORNING
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
BROKERS = "home-care-birmingham"


def broker() -> Actor:
    return staff(role="social-worker", teams=(BROKERS,), name="Bea Broker")


def asked(hours: str = "14") -> tuple[UUID, UUID]:
    person_id, stay_id = admitted()
    return person_id, ask_home_care(
        stay_id=stay_id, team=BROKERS, hours=Decimal(hours), start_on=days(2).date(), by=hub(), at=days(1)
    )


def seen(person_id: UUID, request_id: UUID) -> CareView:
    with gate.person(person_id, by=system("demo"), at=MORNING, why="looking"):
        found = home_care(request_id)
    assert found is not None
    return found


def running(hours: str = "14") -> tuple[UUID, UUID]:
    person_id, request_id = asked(hours)
    offer_home_care(
        request_id=request_id,
        provider="Kind Hands",
        hours=Decimal(hours),
        can_start_on=days(2).date(),
        by=broker(),
        at=days(1),
    )
    take_offer(request_id=request_id, offer_id=seen(person_id, request_id).offers[0].id, by=hub(), at=days(1))
    start_home_care(request_id=request_id, started_at=days(2), hours=Decimal(hours), by=broker(), at=days(2))
    return person_id, request_id


def test_from_asking_to_the_end_with_hours_at_both_ends() -> None:
    person_id, request_id = running()
    taper_home_care(request_id=request_id, hours=Decimal("7"), words="Washes herself now", by=broker(), at=days(10))
    end_home_care(request_id=request_id, ended_at=days(20), hours=Decimal("3.5"), by=broker(), at=days(20))
    found = seen(person_id, request_id)
    assert [each.kind for each in found.changes] == ["ended", "changed", "started", "agreed", "offered", "asked"]
    assert (found.row.hours_start, found.row.hours_end) == (Decimal(14), Decimal("3.5"))
    assert not relationships.with_team(person_id, [BROKERS]) and relationships.with_team(person_id, [HUB])


@pytest.mark.hazard(
    "HZ-S6-1",
    hazard="A provider hands care back and the person's request is closed with it, so that nobody looks for another.",
    control="Handing back opens the same request again at once, at the hours they had, and counts how often it happened.",
)
def test_what_is_handed_back_is_asked_for_again_at_once() -> None:
    person_id, request_id = running()
    with pytest.raises(Invalid, match="Choose why"):
        hand_back_home_care(request_id=request_id, why_code="", by=broker(), at=days(3))
    hand_back_home_care(request_id=request_id, why_code="no-staff", by=broker(), at=days(3))
    row = care_list(by=broker(), at=days(3))[0][0]
    assert (row.state, row.hours_wanted, row.handed_back, row.late, row.waited) == ("asked", Decimal(14), 1, True, 2)
    offer_home_care(
        request_id=request_id,
        provider="Other",
        hours=Decimal("10"),
        can_start_on=days(3).date(),
        by=broker(),
        at=days(3),
    )
    offer = next(each for each in seen(person_id, request_id).offers if each.state == "open")
    take_offer(request_id=request_id, offer_id=offer.id, by=broker(), at=days(3))
    start_home_care(request_id=request_id, started_at=days(3), hours=Decimal("10"), by=broker(), at=days(3))
    assert seen(person_id, request_id).row.hours_start == Decimal(14), "a second provider is no new beginning"


def test_finding_home_care_is_done_when_an_offer_is_taken() -> None:
    person_id, stay_id = ready()
    way = next(each.code for each in policy().pathways if each.place == "home_with_support")
    recommend(stay_id=stay_id, pathway=way, by=ward(), at=days(1))
    agree(stay_id=stay_id, pathway=way, by=hub(), at=days(1))
    request_id = ask_home_care(stay_id=stay_id, team=BROKERS, hours=Decimal(14), start_on=days(2).date(), by=hub(), at=days(1))
    offer_home_care(
        request_id=request_id, provider="Kind Hands", hours=Decimal(14), can_start_on=days(2).date(), by=broker(), at=days(1)
    )  # fmt: skip
    before = _open_steps(person_id, stay_id)
    take_offer(request_id=request_id, offer_id=seen(person_id, request_id).offers[0].id, by=broker(), at=days(1))
    assert before - _open_steps(person_id, stay_id) == {"Find home care that can start"}


def _open_steps(person_id: UUID, stay_id: UUID) -> set[str]:
    with gate.person(person_id, by=system("demo"), at=days(1), why="looking"):
        return {each.title for each in tasks_about([stay_id], at=days(1)) if each.done_at is None}


def test_one_offer_stands_and_a_second_taker_is_told() -> None:
    person_id, request_id = asked()
    for provider in ("A", "B"):
        offer_home_care(
            request_id=request_id,
            provider=provider,
            hours=Decimal("14"),
            can_start_on=days(2).date(),
            by=broker(),
            at=days(1),
        )
    first, second = seen(person_id, request_id).offers
    take_offer(request_id=request_id, offer_id=first.id, by=broker(), at=days(1))
    with pytest.raises(Clash):
        take_offer(request_id=request_id, offer_id=second.id, by=hub(), at=days(1))
    assert sorted(each.state for each in seen(person_id, request_id).offers) == ["not_taken", "taken"]


@pytest.mark.hazard(
    "HZ-S8-2",
    hazard="Only those whose outcome somebody wrote down are counted, and the fall in care looks larger than it was.",
    control="The share with hours at both ends stands beside the figure; ending without hours needs words that say why.",
)
def test_the_share_captured_stands_beside_the_hours() -> None:
    for hours, end in (("14", "4"), ("10", "4"), ("20", None)):
        _, request_id = running(hours)
        if end is None:
            with pytest.raises(Invalid, match="hours a week they go on with"):
                end_home_care(request_id=request_id, ended_at=days(9), hours=None, by=broker(), at=days(9))
        end_home_care(
            request_id=request_id,
            ended_at=days(9),
            hours=Decimal(end) if end else None,
            words="Went to hospital",
            by=broker(),
            at=days(9),
        )
    found = care_hours(since=days(0), until=days(30), by=hub(), at=days(30))
    assert (found.ended, found.both, found.change) == (3, 2, 8.0)
    assert care_hours(since=days(40), until=days(50), by=hub(), at=days(50)).change is None


def test_what_cannot_be_and_who_may_not() -> None:
    person_id, request_id = asked()
    with pytest.raises(Invalid, match="at most 168"):
        offer_home_care(
            request_id=request_id,
            provider="A",
            hours=Decimal("169"),
            can_start_on=days(2).date(),
            by=broker(),
            at=days(1),
        )
    with pytest.raises(NotPermitted):
        offer_home_care(
            request_id=request_id, provider="A", hours=Decimal("1"), can_start_on=days(2).date(),
            by=staff(role="social-worker", teams=("sw-solihull",)), at=days(1),
        )  # fmt: skip
    with pytest.raises(Clash):
        start_home_care(request_id=request_id, started_at=days(1), hours=Decimal("1"), by=broker(), at=days(1))
    end_home_care(request_id=request_id, ended_at=days(2), hours=None, by=hub(), at=days(2))
    assert seen(person_id, request_id).row.state == "withdrawn" and not care_list(by=ward(), at=days(3))[0]

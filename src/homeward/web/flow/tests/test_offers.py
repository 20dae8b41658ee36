"""Does the page of a stay, and that of home care, offer only what could be done as things stand?"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
import time_machine

from homeward.access.api import gate, relationships, system
from homeward.foundation.actions import Actor
from homeward.hospital.api import (
    ask_home_care,
    begin_bed_stay,
    criteria,
    end_bed_stay,
    leave,
    offer_home_care,
    policy,
    recommend,
)
from homeward.hospital.tests.arranging import admitted, days, hub, ward
from homeward.web.hub.tests.at_work import text
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_month_on")]
CAME = "Record that they came to a recovery bed"


@pytest.fixture
def a_month_on() -> Iterator[None]:
    with time_machine.travel(days(30), tick=False):
        yield


def offered(stay_id: UUID, by: Actor | None = None) -> str:
    """What stands under 'what next' on the page of the stay."""
    page = text(signed_in(by or hub()).get(f"/flow/{stay_id}/"))
    return page.partition('<ul class="hw-moves">')[2].partition("</ul>")[0]


def left_for(kind: str) -> tuple[UUID, UUID]:
    """Somebody who was ready and has left hospital for such a place."""
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    destination = next(each.code for each in policy().destinations if each.kind == kind)
    leave(stay_id=stay_id, left_at=days(2), destination=destination, by=ward(), at=days(2))
    return person_id, stay_id


def test_coming_to_a_recovery_bed_is_offered_until_they_came_and_never_again() -> None:
    person_id, stay_id = left_for("community_bed")
    assert CAME in offered(stay_id) and CAME in offered(stay_id, therapist(person_id, stay_id))
    bed = begin_bed_stay(
        person_id=person_id, stay_id=stay_id, site="norman-power", came_at=days(2), bed="7", by=hub(), at=days(2)
    )
    assert CAME not in offered(stay_id), "they are in one"
    end_bed_stay(
        bed_stay_id=bed, left_at=days(20), outcome=policy().bed_outcomes[0].code, destination="own-home", barthel=15,
        by=system("demo"), at=days(20),
    )  # fmt: skip
    assert CAME not in offered(stay_id), "they have been in one and went home from there"
    assert "Give somebody a next step" in offered(stay_id)


def therapist(person_id: UUID, stay_id: UUID) -> Actor:
    """Somebody of the team of the beds, who looks after the person because of the stay."""
    with gate.person(person_id, by=system("demo"), at=days(2), why="a bed is theirs"):
        relationships.grant(person_id, "recovery-beds", kind="stay", source_id=stay_id, at=days(2))
    return staff(role="therapist", teams=("recovery-beds",))


@pytest.mark.parametrize("kind", ["home", "died"])
def test_who_left_hospital_for_somewhere_else_is_not_awaited_in_a_recovery_bed(kind: str) -> None:
    assert CAME not in offered(left_for(kind)[1])


def test_a_team_that_would_be_refused_is_not_offered_the_bed() -> None:
    _, stay_id = admitted()
    lead = staff(role="team-lead", teams=("flow-heartlands",), name="Lena Ash")
    assert CAME in offered(stay_id) and CAME not in offered(stay_id, lead)


def test_a_way_home_is_agreed_once_one_is_recommended_and_a_wait_is_of_somebody_ready() -> None:
    _, stay_id = admitted()
    assert "Agree the way home" not in offered(stay_id) and "Say what they wait for" not in offered(stay_id)
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))
    assert "Say what they wait for" in offered(stay_id) and "Agree the way home" not in offered(stay_id)
    recommend(stay_id=stay_id, pathway="p1", by=hub(), at=days(1))
    assert "Agree the way home" in offered(stay_id)


def test_home_care_is_asked_for_once_and_an_offer_is_taken_where_there_is_one() -> None:
    _, stay_id = admitted()
    assert "Ask for home care" in offered(stay_id)
    care = ask_home_care(
        stay_id=stay_id, team="home-care-birmingham", hours=Decimal(7), start_on=days(31).date(), by=hub(), at=days(29)
    )
    assert "Ask for home care" not in offered(stay_id)
    broker, page = signed_in(hub()), f"/flow/home-care/{care}/"
    assert "Write down an offer" in text(broker.get(page)) and "Take an offer" not in text(broker.get(page))
    offer_home_care(
        request_id=care, provider="Kind Hands", hours=Decimal(7), can_start_on=days(31).date(), line_id=None,
        off_ledger=True, by=system("demo"), at=days(30) - timedelta(hours=1),
    )  # fmt: skip
    assert "Take an offer" in text(broker.get(page))

"""Are the weekly hours of home care kept when asked for, booked when found, fewer when they come down, and free again at the end?"""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from homeward.access.api import system
from homeward.capacity.api import confirm, let_holds_go, offers, report, shares, unmet
from homeward.foundation.errors import Clash, Invalid, Refused
from homeward.hospital.api import (
    ask_home_care,
    end_home_care,
    hand_back_home_care,
    offer_home_care,
    start_home_care,
    take_offer,
    taper_home_care,
)
from homeward.hospital.tests.arranging import admitted, days, hub
from homeward.hospital.tests.test_home_care import BROKERS, asked, broker, seen
from homeward.people.api import die
from homeward.referrals.tests.arranging import MORNING

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEXT_DAY = days(1)


def reported(free: int, total: int = 100, *, site: str = "", at: datetime = MORNING) -> UUID:
    return report(
        service_code="home-care", team_code=BROKERS, site=site, free=free, total=total, by=system("demo"), at=at
    )


def free(line: UUID, at: datetime) -> int | None:
    return next(each.free for each in offers(["home-care"], at=at)["home-care"] if each.line_id == line)


def waiting() -> int:
    return sum(each.waiting for each in unmet(since=days(0), until=days(40)))


def found(
    request_id: UUID, person_id: UUID, hours: str, *, provider: str = "Kind Hands", at: datetime = NEXT_DAY
) -> None:
    offer_home_care(
        request_id=request_id,
        provider=provider,
        hours=Decimal(hours),
        can_start_on=(at + DAY).date(),
        by=broker(),
        at=at,
    )
    offer = next(each for each in seen(person_id, request_id).offers if each.state == "open")
    take_offer(request_id=request_id, offer_id=offer.id, by=hub(), at=at)


def test_from_asking_to_the_end_on_the_ledger() -> None:
    line = reported(40)
    person_id, request_id = asked("10.5")
    assert free(line, days(1)) == 29, "a part of an hour takes a whole one"
    assert [each.state for each in shares(request_id, at=days(1))] == ["held"]
    found(request_id, person_id, "10.5")
    assert [(each.state, each.count) for each in shares(request_id, at=days(1))] == [("booked", 11)]
    start_home_care(request_id=request_id, started_at=days(2), hours=Decimal("12"), by=broker(), at=days(2))
    assert free(line, days(2)) == 28
    taper_home_care(request_id=request_id, hours=Decimal("3.5"), by=broker(), at=days(9))
    assert free(line, days(9)) == 36
    end_home_care(request_id=request_id, ended_at=days(20), hours=Decimal(0), by=broker(), at=days(20))
    assert free(line, days(20)) == 40 and not shares(request_id, at=days(20))


def test_hours_that_are_not_there_are_unmet_need_beside_supply_until_they_are_found() -> None:
    line = reported(6)
    person_id, request_id = asked("14")
    assert waiting() == 1 and free(line, days(1)) == 6
    with pytest.raises(Refused, match="6 hours a week free, and 14 hours a week are needed"):
        found(request_id, person_id, "14")
    assert seen(person_id, request_id).row.state == "asked" and free(line, days(1)) == 6
    reported(20, at=days(1))
    found(request_id, person_id, "14")
    assert waiting() == 0 and free(line, days(1)) == 6


def test_of_two_who_want_the_same_hours_the_second_is_told_who_has_them() -> None:
    line = reported(20)
    one, first = asked("14")
    other, second = asked("14")
    assert waiting() == 1, "what is kept for the first is not kept for the second"
    found(first, one, "14")
    with pytest.raises(Clash, match="6 hours a week free.*took the last"):
        found(second, other, "14")
    assert free(line, days(1)) == 6


def test_what_was_kept_runs_out_and_what_was_handed_back_is_free_and_kept_again() -> None:
    line = reported(40)
    person_id, request_id = asked("14")
    assert let_holds_go(days(2)) == 1 and free(line, days(2)) == 40
    found(request_id, person_id, "14", at=days(2))
    hand_back_home_care(request_id=request_id, why_code="back-in-hospital", by=broker(), at=days(3))
    assert [each.state for each in shares(request_id, at=days(3))] == ["held"]
    assert let_holds_go(days(4)) == 1 and free(line, days(4)) == 40


@pytest.mark.hazard(
    "HZ-S6-4",
    hazard="A provider that has no staff left gives care back, and its hours are offered to the next person.",
    control="Hours given back for want of staff are free for nobody until the provider's line is reported anew; the reason says which they are.",
)
def test_hours_that_a_provider_no_longer_has_are_offered_to_nobody_until_it_reports() -> None:
    line = reported(20)
    person_id, request_id = asked("14")
    found(request_id, person_id, "14")
    hand_back_home_care(request_id=request_id, why_code="no-staff", by=broker(), at=days(3))
    assert free(line, days(3)) == 6 and waiting() == 1, "so nothing is kept for them there, and they wait"
    with pytest.raises(Refused, match="6 hours a week free, and 14 hours a week are needed"):
        found(request_id, person_id, "14", at=days(3))
    confirm(line_id=line, by=system("demo"), at=days(3))
    assert free(line, days(3)) == 6, "still right is what it says now"
    reported(20, at=days(4))
    assert free(line, days(4)) == 20
    found(request_id, person_id, "14", at=days(4))
    assert free(line, days(4)) == 6 and waiting() == 0


def test_a_provider_has_a_line_of_its_own_and_some_hours_are_on_none() -> None:
    whole, own = reported(40), reported(30, site="Kind Hands")
    person_id, request_id = asked("10")
    assert free(whole, days(1)) == 30, "kept where there is most"
    found(request_id, person_id, "10", provider="kind hands")
    assert (free(whole, days(1)), free(own, days(1))) == (40, 20)
    _, stay_id = admitted()
    bought = ask_home_care(
        stay_id=stay_id, team=BROKERS, hours=Decimal(5), start_on=days(2).date(), by=hub(), at=days(1)
    )
    with pytest.raises(Invalid, match="whose hours"):
        offer_home_care(
            request_id=bought, provider="X", hours=Decimal(5), can_start_on=days(2).date(), line_id=request_id, by=broker(),
            at=days(1),
        )  # fmt: skip
    offer_home_care(
        request_id=bought, provider="X", hours=Decimal(5), can_start_on=days(2).date(), off_ledger=True, by=broker(),
        at=days(1),
    )  # fmt: skip


@pytest.mark.hazard(
    "HZ-S6-3",
    hazard="Hours of home care stay booked for somebody who has died, and somebody else waits in hospital for them.",
    control="A death ends the person's home care and requests for it, and their hours are free again in the same moment.",
)
def test_a_death_frees_the_hours() -> None:
    line = reported(40)
    person_id, request_id = asked("14")
    found(request_id, person_id, "14")
    die(person_id=person_id, source="family", died_on=days(2).date(), by=system("demo"), at=days(2))
    assert free(line, days(2)) == 40 and seen(person_id, request_id).row.state == "withdrawn"

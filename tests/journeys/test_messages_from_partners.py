"""Journey: each published referral message becomes a referral in the hub, is placed, accepted, visited in time and closed."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from homeward.fhir.tests.messages import each, is_referral, published
from homeward.foundation.moments import london
from tests.journeys.stage.cast import Cast
from tests.journeys.stage.house import House
from tests.journeys.stage.partner import PartnerSystem
from tests.journeys.stage.steps import PRACTICE, offers_to, records_the_contact, triages_for_two_hours
from tests.journeys.stage.visitor import Visitor

TEAM = "East urgent community response"
NEW = [file for file in published() if is_referral(file) and b'"update"' not in file.read_bytes()]
WITHDRAWAL, WITHDRAWN = "SERVREQ01", "VALREQ01"


@each(NEW)
def test_a_published_message_is_answered_with_a_visit(cast: Cast, house: House, file: Path) -> None:
    asha, ruth = cast("asha"), cast("ruth", device="phone")
    referral = given_a_partner_sent_it_twice_and_it_is_one(house, file)
    when_the_hub_finds_out_where_they_are_registered(asha, referral)
    when_the_hub_triages_and_places_it(asha, referral)
    when_the_team_accepts_and_visits(ruth, referral)
    then_it_was_inside_its_clock_and_is_closed(asha, referral)


@pytest.mark.skipif(not os.environ.get("HOMEWARD_EXAMPLES"), reason="HOMEWARD_EXAMPLES names no folder of published messages")
def test_the_published_cancellation_withdraws_its_referral(cast: Cast, house: House) -> None:
    asha = cast("asha")
    sender = PartnerSystem.of(house, "Ambulance control")
    asked, withdrawal = (next(file for file in published("guide") if file.name.startswith(name)) for name in (WITHDRAWN, WITHDRAWAL))
    referral = sender.sends(asked.read_bytes()).referral_id
    asha.opens(f"/hub/{referral}/")
    asha.sees("Next")
    answer = sender.sends(withdrawal.read_bytes())
    assert answer.status == 200, answer.body
    asha.opens(f"/hub/{referral}/")
    asha.sees("Ended")
    asha.sees("Withdrawn")


def given_a_partner_sent_it_twice_and_it_is_one(house: House, file: Path) -> str:
    sender = PartnerSystem.of(house, file.stem[:60])
    first, again = sender.sends(file.read_bytes()), sender.sends(file.read_bytes())
    assert (first.status, again.status) == (200, 200), first.body
    assert again.body == first.body
    return first.referral_id


def when_the_hub_finds_out_where_they_are_registered(asha: Visitor, referral: str) -> None:
    asha.opens(f"/hub/{referral}/")
    asha.sees("What we were told")
    asha.page.get_by_role("region", name="Person").get_by_role("link").click()
    asha.page.wait_for_url("**/people/*/")
    if asha.page.get_by_text(PRACTICE).count():
        return  # the messages before this one were about the same person
    asha.follows("Record a move or a new practice")
    asha.types("Since when", f"{london(datetime.now(UTC)):%d %m %Y}")
    asha.types("New GP practice", PRACTICE)
    asha.presses("Record the move")
    asha.sees("Their open needs go with them.")


def when_the_hub_triages_and_places_it(asha: Visitor, referral: str) -> None:
    asha.opens(f"/hub/{referral}/triage/")
    asha.chooses("The need", "Suddenly less able")
    triages_for_two_hours(asha)
    asha.unfolds("do not fit, and why")
    offers_to(asha, TEAM)
    asha.sees("Offered. The team owns it now")


def when_the_team_accepts_and_visits(ruth: Visitor, referral: str) -> None:
    ruth.opens("/?kind=need")
    accept = ruth.page.locator(f"form[action='/work/needs/{referral}/accept/']")
    name = ruth.page.locator(".hw-person").filter(has=accept).locator("h3").inner_text()
    ruth.presses("Accept", within=accept)
    ruth.opens("/visits/")
    ruth.follows(name, within=ruth.page.locator(".hw-stop").filter(has_text=name).first)
    records_the_contact(ruth, outcome="It has ended: stayed at home, need met")


def then_it_was_inside_its_clock_and_is_closed(asha: Visitor, referral: str) -> None:
    asha.opens(f"/hub/{referral}/")
    expect(asha.page.get_by_role("heading", name="Ended")).to_be_visible()
    clock = asha.page.locator(".hw-clocks li").filter(has_text="Two-hour response")
    expect(clock).to_contain_text("in time")

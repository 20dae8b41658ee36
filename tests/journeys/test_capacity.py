"""Journey: a coordinator sees a stale number, its owner confirms it in one click, and a surge card is switched on and worked."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

LATE, TEAM = "Urgent community response", "East urgent community response"
A_LINK = """
from datetime import UTC, datetime, timedelta
from homeward.access.api import issue_link, system
from homeward.capacity.api import ledger
from homeward.directory.api import team
at = datetime.now(UTC)
line = next(each for lines in ledger(at=at).values() for each in lines if each.team_code == "dn-east" and not each.by_unit)
made = issue_link(
    kind="capacity", subject_id=line.line_id, organisation=team(line.team_code).organisation, expires_at=at + timedelta(hours=1),
    held_by="Ana Silva", by=system("links"), at=at,
)
print(f"/capacity/asked/{made.token}/")
"""
CARD = "Step people down from the virtual wards"


def test_a_stale_number_is_confirmed_in_one_click_and_the_board_hears_it(cast: Cast) -> None:
    asha, ruth = cast("asha"), cast("ruth", device="phone")
    given_the_board_shows_a_stale_number(asha)
    when_the_owner_says_still_right_on_her_first_page(ruth)
    then_the_board_shows_it_without_reload(asha)


def test_whoever_has_the_link_to_one_old_number_answers_it_without_signing_in(cast: Cast) -> None:
    address = cast.house.told(A_LINK).strip()
    owner = cast.stranger("an owner with a link", device="phone")
    owner.opens(address)
    owner.is_on("Is this still right?")
    owner.types("How many are free now", "lots")
    with owner.expecting(422):
        owner.presses("Report")
    owner.is_on("Is this still right?")
    owner.looks()
    owner.presses("Still right")
    owner.is_on("Thank you")
    owner.sees("reported just now")
    with owner.expecting(403):
        owner.opens(address)
    owner.sees("This link has ended.")


def test_a_surge_card_is_switched_on_and_worked(cast: Cast) -> None:
    asha, leon = cast("asha"), cast("leon")
    asha.opens("/capacity/surge/")
    asha.is_on("Pressure and action cards")
    asha.pictures("pressure")
    when_a_card_is_switched_on(asha)
    asha.sees("Switched on by Asha Patel")
    asha.pictures("action-card")
    card = asha.page.url.removeprefix(asha.url)
    when_a_step_is_done_by_another(leon, card)
    asha.opens(card)
    asha.sees("by Leon Campbell")
    when_it_is_stood_down(asha)
    then_it_is_known_who_did_what(leon)


def test_a_team_that_names_its_beds_is_asked_in_which_somebody_is(cast: Cast) -> None:
    leon = cast("leon")
    leon.opens("/capacity/units/")
    leon.follows("Name the beds of a team")
    leon.looks()
    leon.page.locator("main li a").last.click()
    leon.sees("Name each one")
    leon.looks()
    leon.types("What is each called?", "Bay 1\nBay 2")
    with leon.expecting(422):
        leon.presses("Write it down")
    leon.sees("tick that nobody is in any of the others")
    leon.looks()
    leon.pictures("naming-beds")


def row_of(visitor: Visitor) -> Locator:
    return visitor.page.locator("[data-row]").filter(has_text=TEAM).filter(has_text=LATE).first


def given_the_board_shows_a_stale_number(asha: Visitor) -> None:
    asha.opens("/capacity/?locality=east&kind=visits")
    asha.is_on("Capacity")
    asha.sees("Supply and unmet need")
    expect(row_of(asha)).to_contain_text("older than its")
    expect(asha.page.locator("#board-status")).to_contain_text("Live")
    asha.page.evaluate("window.neverReloaded = true")
    asha.pictures("capacity-board")


def when_the_owner_says_still_right_on_her_first_page(ruth: Visitor) -> None:
    ruth.opens("/work/")
    asked = ruth.page.locator(".hw-told-one").filter(has_text=LATE)
    expect(asked).to_contain_text("older than its")
    ruth.pictures("still-right")
    ruth.presses("Still right", within=asked)
    ruth.sees("The number is as of now.")
    expect(asked).to_have_count(0)


def then_the_board_shows_it_without_reload(asha: Visitor) -> None:
    expect(row_of(asha)).to_contain_text("reported just now")
    expect(row_of(asha)).not_to_contain_text("Old:")
    assert asha.page.evaluate("window.neverReloaded") is True


def when_a_card_is_switched_on(asha: Visitor) -> None:
    card = asha.page.locator(".hw-card").filter(has_text=CARD)
    why = card.locator("input[name=why]")
    if why.count():  # below its level, it asks
        why.fill("A hospital says that it is full.")
    asha.leaves_by(card.get_by_role("button", name=re.compile("Switch on")))
    asha.is_on(CARD)


def when_a_step_is_done_by_another(leon: Visitor, card: str) -> None:
    leon.opens(card)
    leon.page.locator("input[name=note]").first.fill("Two can go today.")
    leon.presses("Done")
    leon.sees("Written down as done by you.")


def when_it_is_stood_down(asha: Visitor) -> None:
    with asha.expecting(422):
        asha.presses("Stand it down")
        asha.sees("Say why it is stood down.")
    asha.types("Why is it stood down?", "The level fell.")
    asha.presses("Stand it down")
    asha.sees("Nobody is moved")


def then_it_is_known_who_did_what(leon: Visitor) -> None:
    leon.opens("/capacity/surge/")
    leon.sees("Cards that were on")
    leon.sees("by Asha Patel", within="main")

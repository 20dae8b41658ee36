"""Journey: a care home without an account refers by a link that ends, and that the hub can take back."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import finds_on_the_board, types_who_it_is
from tests.journeys.stage.visitor import Visitor

WHOSE = "The manager, Larch House"


def test_a_care_home_refers_by_a_link_without_an_account(cast: Cast, person: InNeed) -> None:
    asha, manager = cast("asha"), cast.stranger("the care home’s manager", device="phone")
    link = given_the_hub_gave_her_a_link(asha)
    when_she_opens_it(manager, link)
    when_she_says_who_and_what(manager, person)
    then_she_is_told_who_has_it(manager)
    then_the_hub_sees_where_it_came_from(asha, person)
    when_the_hub_takes_the_link_back(asha)
    then_it_opens_nothing_more(manager, link)


def given_the_hub_gave_her_a_link(asha: Visitor) -> str:
    asha.opens("/hub/")
    asha.follows("Links for partners")
    asha.types("Who is it for?", "The manager")
    asha.types("Where do they work?", "Larch House")
    asha.presses("Make the link")
    asha.sees("The link is ready")
    asha.looks()
    return asha.page.locator("#new-link").inner_text()


def when_she_opens_it(manager: Visitor, link: str) -> None:
    manager.opens(link)
    manager.is_on("Open your link")
    manager.presses("Continue")
    manager.is_on("Who is it for?")
    assert link.split("/link/")[1] not in manager.page.url


def when_she_says_who_and_what(manager: Visitor, person: InNeed) -> None:
    types_who_it_is(manager, person)
    manager.types("GP practice", "Omnia Practice")
    manager.presses("Continue")
    manager.ticks("A fall")
    manager.types("What has happened?", "Slid from the chair after lunch. No injury that we can see.")
    manager.types("Telephone number to ring you back on", "0121 496 0190")
    manager.presses("Send to the hub")


def then_she_is_told_who_has_it(manager: Visitor) -> None:
    manager.sees("We have it")
    manager.sees("has it now")


def then_the_hub_sees_where_it_came_from(asha: Visitor, person: InNeed) -> None:
    finds_on_the_board(asha, person)
    asha.sees("Larch House")


def when_the_hub_takes_the_link_back(asha: Visitor) -> None:
    asha.opens("/refer/links/")
    asha.presses("Take it back", within=asha.page.get_by_role("region", name=WHOSE).first)
    asha.sees(f"The link of {WHOSE} works no more.")


def then_it_opens_nothing_more(manager: Visitor, link: str) -> None:
    with manager.expecting(403):
        manager.opens("/refer/")
        manager.opens(link)
        manager.presses("Continue")
    manager.sees("This link has ended or was taken back.")

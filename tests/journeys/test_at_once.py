"""Journey: two people make the same move at the same moment. One wins, and the other is told who."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import places_with, takes_a_call, triages_for_two_hours
from tests.journeys.stage.visitor import Visitor

TEAM = "Urgent community response"


def test_two_team_members_accept_at_once(cast: Cast, person: InNeed) -> None:
    asha, leon, ruth = cast("asha"), cast("leon"), cast("ruth")
    referral = takes_a_call(asha, person, need="A fall", words="Fell in the hall.")
    places_with(asha, referral, TEAM)
    leon.opens(f"/hub/{referral}/accept/")
    ruth.opens("/?kind=need")
    with leon.expecting(409), ruth.expecting(409):
        at_the_same_moment((leon, "form button.nhsuk-button:text('Accept')"), (ruth, f".hw-person:has-text('{person.name}') form[action$='/accept/'] button"))
        one_of_them_wins_and_the_other_is_told({"Leon Campbell": leon, "Ruth Bayliss": ruth})


def test_two_coordinators_place_at_once(cast: Cast, person: InNeed) -> None:
    asha, tom = cast("asha"), cast("tom")
    takes_a_call(asha, person, need="A fall", words="Fell in the porch.")
    triages_for_two_hours(asha)
    tom.opens(asha.page.url)
    with asha.expecting(409), tom.expecting(409):
        first = ".hw-candidate button"
        for each in (asha, tom):
            if not each.page.locator(first).first.is_visible():
                each.page.locator("details:has(.hw-candidate--unfit) > summary").first.click()
                each.page.locator(".hw-candidate summary").first.click()
                each.page.locator(".hw-candidate textarea").first.fill("It is the nearest")
        at_the_same_moment((asha, first), (tom, first))
        one_of_them_wins_and_the_other_is_told({"Asha Patel": asha, "Tom Reid": tom})


def at_the_same_moment(*presses: tuple[Visitor, str]) -> None:
    """Both buttons are pressed before either answer is waited for."""
    for visitor, button in presses:
        visitor.page.locator(button).first.evaluate("button => { setTimeout(() => button.click(), 0); }")
    for visitor, _ in presses:
        visitor.page.wait_for_load_state("load")
        expect(visitor.page.locator("#clash, .hw-notice, .hw-refused, h1:text('Someone else was first')").first).to_be_visible()
        visitor.looks()


def one_of_them_wins_and_the_other_is_told(who: dict[str, Visitor]) -> None:
    words = {name: visitor.page.locator("main").inner_text() for name, visitor in who.items()}
    losers = [name for name, said in words.items() if re.search(r"move stands|was first", said)]
    assert len(losers) == 1, words
    (winner,) = set(who) - set(losers)
    assert winner in words[losers[0]]

"""Journey: a team lead names who holds somebody's care; the name stands wherever the next one looks, also in a crisis."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, opens_the_visit, places_with, takes_a_call
from tests.journeys.stage.visitor import Visitor
from tests.journeys.test_measured_at_a_visit import PERSON


def test_a_keyworker_is_named_and_stands_where_the_next_one_looks(cast: Cast, person: InNeed) -> None:
    asha, ruth, leon = cast("asha"), cast("ruth", device="phone"), cast("leon")
    referral = takes_a_call(asha, person, need="A fall", words="Fell twice this week, unsteady since.")
    places_with(asha, referral, "Urgent community response")
    accepts(ruth, person)
    asha.opens(f"/hub/{referral}/")
    found = PERSON.search(asha.page.content())
    assert found, "the referral's page leads to the record"
    when_a_keyworker_is_named(leon, found[0], person)
    then_the_present_one_is_ticked(leon)
    then_the_crisis_page_says_who(asha, found[0])
    then_the_visitor_reads_it(ruth, person)


def when_a_keyworker_is_named(leon: Visitor, record: str, person: InNeed) -> None:
    leon.opens(record)
    leon.page.get_by_role("link", name=re.compile("^Name the keyworker")).click()
    leon.looks()
    with leon.expecting(422):
        leon.presses("Save")
    leon.sees("Choose who is the keyworker.")
    leon.ticks("Ruth Bayliss")
    leon.pictures("naming-a-keyworker")
    leon.presses("Save")
    leon.sees(f"Ruth Bayliss is the keyworker of {person.name} now.")
    leon.looks()


def then_the_present_one_is_ticked(leon: Visitor) -> None:
    leon.page.get_by_role("link", name=re.compile("^Change the keyworker")).click()
    expect(leon.page.get_by_role("radio", name="Ruth Bayliss")).to_be_checked()
    leon.looks()


def then_the_crisis_page_says_who(asha: Visitor, record: str) -> None:
    asha.opens(f"{record}crisis/")
    asha.sees("Keyworker: Ruth Bayliss")
    asha.pictures("crisis-with-a-keyworker")


def then_the_visitor_reads_it(ruth: Visitor, person: InNeed) -> None:
    opens_the_visit(ruth, person)
    expect(ruth.page.locator("dl").filter(has_text="Keyworker")).to_contain_text("Ruth Bayliss")
    ruth.pictures("visit-with-a-keyworker-phone")

"""Journey: a community nurse on a phone accepts, visits, writes once; the clock stops with its evidence; the need is closed."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, opens_the_visit, places_with, records_the_contact, takes_a_call
from tests.journeys.stage.visitor import Visitor

TEAM = "Urgent community response"


def test_a_nurse_answers_a_need_within_its_two_hours(cast: Cast, person: InNeed) -> None:
    asha, ruth = cast("asha"), cast("ruth", device="phone")
    referral = given_a_need_was_placed_with_her_team(asha, person)
    when_she_accepts_it(ruth, person)
    when_she_sets_off(ruth, person)
    when_she_tries_to_record_nothing_she_is_told_what_is_missing(ruth)
    when_she_records_the_first_contact(ruth, person)
    then_the_clock_has_stopped_with_its_evidence(asha, referral)
    then_the_referral_is_closed_with_its_outcome(asha)


def test_nobody_answers_the_door_and_the_clock_runs_on(cast: Cast, person: InNeed) -> None:
    asha, ruth = cast("asha"), cast("ruth", device="phone")
    referral = given_a_need_was_placed_with_her_team(asha, person)
    accepts(ruth, person)
    opens_the_visit(ruth, person)
    ruth.follows("Not seen")
    ruth.ticks("No answer at the door")
    ruth.ticks("In 1 hour")
    ruth.presses("Record that they were not seen")
    ruth.sees("Recorded. The wait goes on")
    asha.opens(f"/hub/{referral}/")
    expect(asha.page.locator(".hw-clocks")).to_contain_text(re.compile("Two-hour response.*left", re.DOTALL))


def given_a_need_was_placed_with_her_team(asha: Visitor, person: InNeed) -> str:
    referral = takes_a_call(asha, person, need="A fall", words="On the floor by the bed, up now with a neighbour’s help.")
    places_with(asha, referral, TEAM)
    return referral


def when_she_accepts_it(ruth: Visitor, person: InNeed) -> None:
    ruth.opens("/")
    ruth.pictures("my-work")
    accepts(ruth, person)


def when_she_sets_off(ruth: Visitor, person: InNeed) -> None:
    opens_the_visit(ruth, person)
    ruth.sees("To stay at home")
    ruth.pictures("visit")
    ruth.presses("I am on my way")
    ruth.sees("On the way")


def when_she_tries_to_record_nothing_she_is_told_what_is_missing(ruth: Visitor) -> None:
    ruth.follows("Record the contact")
    with ruth.expecting(422):
        ruth.presses("Record the contact")
    ruth.sees("There is a problem")
    ruth.follows("Back to the visit")


def when_she_records_the_first_contact(ruth: Visitor, person: InNeed) -> None:
    records_the_contact(ruth, outcome="It has ended: stayed at home, need met")
    ruth.opens("/visits/")
    ruth.pictures("my-round")


def then_the_clock_has_stopped_with_its_evidence(asha: Visitor, referral: str) -> None:
    asha.opens(f"/hub/{referral}/")
    clock = asha.page.locator(".hw-clocks li").filter(has_text="Two-hour response")
    expect(clock).to_contain_text(re.compile("Met|within|Answered|stopped", re.IGNORECASE))
    asha.sees("Ruth Bayliss")


def then_the_referral_is_closed_with_its_outcome(asha: Visitor) -> None:
    expect(asha.page.get_by_role("heading", name="Ended")).to_be_visible()
    asha.looks()
    asha.pictures("closed")

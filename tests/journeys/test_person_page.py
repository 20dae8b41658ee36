"""Journey: a crew on scene reads the right person's record in two clicks, sees what is not known, and who else reads it."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import states_a_need
from tests.journeys.stage.visitor import Visitor


def test_a_crew_reads_the_right_page_in_two_clicks(cast: Cast, person: InNeed) -> None:
    kate, asha = cast("kate", device="phone"), cast("asha")
    given_her_crew_has_asked_for_help(kate, person)
    when_she_finds_the_person(kate, person)
    then_the_banner_cannot_mislead(kate, person)
    then_what_is_not_known_is_said(kate)
    then_it_prints_with_who_it_is_and_without_what_is_pressed(kate, person)
    when_she_opens_what_a_crew_needs(kate, person)
    then_it_fits_one_phone(kate)
    when_a_colleague_reads_the_same_record(asha, kate)
    then_each_sees_the_other(asha, kate)
    then_the_timeline_tells_what_happened(asha)


def given_her_crew_has_asked_for_help(kate: Visitor, person: InNeed) -> None:
    states_a_need(kate, person, need="Advice before hospital", words="Fell in the kitchen; can stay if somebody comes.")
    with kate.page.expect_navigation():
        kate.page.get_by_role("button", name="Send to the hub").filter(visible=True).last.click()
    kate.sees("We have it")


def when_she_finds_the_person(kate: Visitor, person: InNeed) -> None:
    kate.opens("/")  # her first page asks whom she is with
    kate.page.locator("#q").fill(person.name)
    kate.presses("Search")  # the first click
    kate.follows(person.name)  # the second


def then_the_banner_cannot_mislead(kate: Visitor, person: InNeed) -> None:
    kate.is_on(person.name)
    banner = kate.page.get_by_role("region", name="Person")
    expect(banner).to_contain_text(person.name)
    expect(banner).to_contain_text("Born")
    expect(banner).to_contain_text("NHS number")
    kate.page.mouse.wheel(0, 2000)
    expect(banner).to_be_in_viewport()


def then_what_is_not_known_is_said(kate: Visitor) -> None:
    kate.sees("Resuscitation: not known")
    kate.sees("Nobody has told us of any allergy")
    kate.looks()
    kate.pictures("record")


def then_it_prints_with_who_it_is_and_without_what_is_pressed(kate: Visitor, person: InNeed) -> None:
    kate.page.emulate_media(media="print")
    expect(kate.page.get_by_role("region", name="Person")).to_contain_text(person.name)
    expect(kate.page.get_by_role("region", name="Person")).to_be_visible()
    for pressed in (kate.page.get_by_role("navigation", name="Menu"), kate.page.get_by_role("button", name="Sign out")):
        expect(pressed).to_be_hidden()
    kate.pictures("record-printed")
    kate.page.emulate_media(media="screen")


def when_she_opens_what_a_crew_needs(kate: Visitor, person: InNeed) -> None:
    kate.opens("/")
    kate.page.locator("#q").fill(person.name)
    kate.presses("Search")
    kate.follows("In a crisis")  # from what was found, without the whole record between
    kate.is_on(person.name)


def then_it_fits_one_phone(kate: Visitor) -> None:
    kate.sees("Whom to ring")
    wide = kate.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    kate.pictures("crisis")


def when_a_colleague_reads_the_same_record(asha: Visitor, kate: Visitor) -> None:
    found = re.search(r"/people/([0-9a-f-]{36})/", kate.page.url)
    assert found
    asha.opens(f"/people/{found[1]}/")


def then_each_sees_the_other(asha: Visitor, kate: Visitor) -> None:
    asha.sees("is looking at this person’s record too")
    kate.sees("is looking at this person’s record too")


def then_the_timeline_tells_what_happened(asha: Visitor) -> None:
    asha.follows("Timeline")
    asha.sees("Help was asked for")
    asha.chooses("Show", "Documents")
    asha.presses("Show")
    asha.sees("Nothing here")

"""Journey: a hub coordinator turns a call into the best-placed help, and two coordinators never trip over each other."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import (
    answers,
    offers_to,
    referral_of,
    takes_a_call,
    triages_for_two_hours,
    types_who_it_is,
)
from tests.journeys.stage.visitor import Visitor


def test_a_call_becomes_help_while_a_colleague_sees_it_happen(cast: Cast, person: InNeed) -> None:
    asha, tom = cast("asha"), cast("tom")
    given_the_board_is_open(tom)
    when_a_call_about_a_fall_is_taken(asha, person)
    then_the_board_shows_without_reload(tom, person, state="New", next_step="Triage")
    when_the_protocol_is_answered_its_suggestion_follows(asha)
    then_the_board_shows_without_reload(tom, person, state="Triaged", next_step="Find help")
    when_the_candidates_are_seen_with_reasons_one_is_chosen(asha)
    then_the_board_shows_without_reload(tom, person, state="Waiting for the team to accept", next_step="Open")
    then_the_choice_can_be_explained(asha)


def given_the_board_is_open(tom: Visitor) -> None:
    tom.opens("/hub/")
    tom.is_on("Who is waiting")
    expect(tom.page.locator("#board-status")).to_contain_text("Live")
    tom.page.evaluate("window.neverReloaded = true")
    tom.pictures("hub-board")


def when_a_call_about_a_fall_is_taken(asha: Visitor, person: InNeed) -> None:
    asha.opens("/hub/call/")
    asha.types("Caller’s name", "Jo Fenn")
    asha.types("Number to ring back", "0121 496 0123")
    types_who_it_is(asha, person)
    asha.sees("Nobody like this is here yet")
    asha.ticks("A fall")
    asha.sees("Any of these danger signs?")
    asha.types("What has happened?", "Found on the kitchen floor. Up now but unsteady.")
    asha.types("What does the person want?", "Not to go to hospital")
    asha.unfolds("Practice, telephone, language and access")
    asha.types("GP practice", "Omnia Practice")
    asha.pictures("taking-a-call")
    asha.presses("Save and triage")
    asha.is_on("How soon is help needed?")


def then_the_board_shows_without_reload(tom: Visitor, person: InNeed, *, state: str, next_step: str) -> None:
    row = tom.page.locator("[data-row]").filter(has_text=person.name)
    expect(row).to_contain_text(state)
    expect(row.locator(".nhsuk-button")).to_contain_text(next_step)
    assert tom.page.evaluate("window.neverReloaded") is True


def when_the_protocol_is_answered_its_suggestion_follows(asha: Visitor) -> None:
    answers(asha, "Would they probably go to hospital today if nobody came?", "Yes")
    asha.sees("the person would probably go to hospital.")
    asha.pictures("triage")
    triages_for_two_hours(asha)


def when_the_candidates_are_seen_with_reasons_one_is_chosen(asha: Visitor) -> None:
    fit = asha.page.locator(".hw-candidate:not(.hw-candidate--unfit)")  # which of them is first depends on the hour
    expect(fit.first.get_by_role("heading", name="For")).to_be_visible()
    response = fit.filter(has=asha.page.get_by_role("heading", name="Urgent community response")).first
    expect(response.get_by_role("heading", name="For")).to_be_visible()
    asha.pictures("placing")
    asha.unfolds("do not fit, and why")
    expect(asha.page.locator(".hw-candidate--unfit").first.get_by_role("heading", name="Against")).to_be_visible()
    asha.looks()
    offers_to(asha, "Urgent community response")
    asha.sees("Offered. The team owns it now")


def then_the_choice_can_be_explained(asha: Visitor) -> None:
    asha.pictures("referral")
    asha.follows("Why it went to")
    asha.looks()


def test_a_second_call_finds_the_help_already_open(cast: Cast, person: InNeed) -> None:
    asha, tom = cast("asha"), cast("tom")
    first = takes_a_call(asha, person, need="A fall", words="Slipped in the bath.")
    tom.opens("/hub/call/")
    types_who_it_is(tom, person)
    tom.sees("Help has already been asked for")
    tom.sees("Is it one of these?")
    tom.pictures("already-open")
    tom.page.locator(".hw-live").get_by_role("link").first.click()
    tom.page.wait_for_url(f"**/hub/{first}/")
    tom.looks()
    assert referral_of(tom) == first


def test_each_sees_who_else_is_looking(cast: Cast, person: InNeed) -> None:
    asha, tom = cast("asha"), cast("tom")
    referral = takes_a_call(asha, person, need="A fall", words="Slipped on the step.")
    tom.opens(f"/hub/{referral}/")
    asha.opens(f"/hub/{referral}/")
    asha.sees("Tom Reid is looking at this too.")
    tom.sees("Asha Patel is looking at this too.")


def test_a_clash_is_shown_and_nothing_typed_is_lost(cast: Cast, person: InNeed) -> None:
    asha, tom = cast("asha"), cast("tom")
    referral = takes_a_call(asha, person, need="A fall", words="Slipped on the ice.")
    given_both_are_about_to_decide(asha, tom, referral)
    when_asha_decides_first(asha)
    then_tom_is_told_who_was_first_and_keeps_his_words(tom)


def given_both_are_about_to_decide(asha: Visitor, tom: Visitor, referral: str) -> None:
    tom.opens(f"/hub/{referral}/revoke/")
    tom.page.get_by_role("radio").first.check()
    tom.types("In your own words", "Daughter rang back: she is there now and will stay.")
    asha.opens(f"/hub/{referral}/triage/")


def when_asha_decides_first(asha: Visitor) -> None:
    triages_for_two_hours(asha)


def then_tom_is_told_who_was_first_and_keeps_his_words(tom: Visitor) -> None:
    with tom.expecting(409):
        tom.presses("Withdraw")
    expect(tom.page.locator("#clash")).to_contain_text(re.compile("Asha Patel"))
    expect(tom.field("In your own words")).to_have_value("Daughter rang back: she is there now and will stay.")
    tom.pictures("clash")

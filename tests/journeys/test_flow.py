"""Journey: somebody who no longer needs to be in hospital goes home with support the same day, each step with one owner."""

import pytest
from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.visitor import Visitor

WARD = "Heartlands Hospital: Stroke and rehabilitation"


@pytest.mark.usefixtures("within_a_day")  # she waits no day
def test_from_no_criteria_to_home_with_support_in_a_day(cast: Cast, person: InNeed) -> None:
    declan, olive, bilal = cast("declan"), cast("olive"), cast("bilal")
    stay = given_she_was_admitted(declan, person)
    when_the_ward_says_that_she_could_leave(declan, stay)
    and_describes_what_she_needs(declan, stay)
    and_recommends_home_with_support(declan, stay)
    when_the_hub_agrees_it_each_step_has_one_owner(olive, stay, person)
    then_the_open_board_of_the_ward_shows_it_without_a_reload(declan, olive, stay, person)
    care = when_home_care_is_asked_for(olive, stay)
    and_the_broker_finds_it(bilal, care)
    and_the_steps_are_done_from_the_meeting(olive, person)
    then_she_leaves_the_same_day_with_no_day_waited(olive, stay)
    and_her_home_care_began_with_its_hours_kept(bilal, care)


def test_the_pages_of_the_way_home_stand_on_a_phone(cast: Cast) -> None:
    olive = cast("olive", device="phone")
    for path, title in (
        ("/flow/", "Who could go home"), ("/flow/meeting/", "Who needs to do what next"), ("/flow/home-care/", "Home care"),
        ("/flow/beds/", "Recovery beds"), ("/flow/forecast/", "Next ten days"), ("/flow/day-91/", "Day 91"),
        ("/flow/ward-systems/", "Ward systems"), ("/flow/admit/", "Admit somebody"),
    ):  # fmt: skip
        olive.opens(path)
        olive.is_on(title)


def given_she_was_admitted(declan: Visitor, person: InNeed) -> str:
    declan.opens("/flow/")
    declan.pictures("flow-board")
    declan.follows("Admit somebody")
    day, month, year = person.born.split()
    declan.types("NHS number", person.nhs_number)
    declan.types("First name", person.given)
    declan.types("Last name", person.family)
    declan.types("Date of birth", f"{day}/{month}/{year}")
    declan.chooses("Ward", WARD)
    declan.types("Bed", "9")
    declan.chooses("How did they come in", "Emergency")
    declan.presses("Admit")
    declan.sees("Admitted. They are on the board.")
    return declan.page.url.rstrip("/").rpartition("/")[2]


def when_the_ward_says_that_she_could_leave(declan: Visitor, stay: str) -> None:
    declan.follows("Say whether they need to be in hospital")
    with declan.expecting(422):
        declan.presses("Save")
    declan.sees("Choose whether they need to be in hospital.")
    declan.ticks("No, they could leave")
    declan.presses("Save")
    declan.sees("Ready today")
    declan.sees("Nobody has the next step")


def and_describes_what_she_needs(declan: Visitor, stay: str) -> None:
    declan.follows("Describe what they need")
    declan.chooses("What is this about", "Washing and dressing")
    declan.types("What they need", "A package of care, four calls")
    with declan.expecting(422):
        declan.presses("Save")
    declan.sees("says what to buy")
    declan.types("What they need", "Washes her face and hands, needs help with her legs in the morning")
    declan.presses("Save")
    declan.sees("needs help with her legs in the morning")


def and_recommends_home_with_support(declan: Visitor, stay: str) -> None:
    declan.follows("Recommend a way home")
    declan.ticks("P1 home with support")
    declan.presses("Recommend")
    declan.sees("Recommended. The hub agrees it.")


def when_the_hub_agrees_it_each_step_has_one_owner(olive: Visitor, stay: str, person: InNeed) -> None:
    olive.opens("/flow/meeting/?hospital=heartlands-hospital")
    olive.sees(person.name, within=".hw-card--next")
    olive.pictures("flow-meeting")
    olive.opens(f"/flow/{stay}/agree/")
    olive.ticks("P2 recovery bed, then home")
    with olive.expecting(422):
        olive.presses("Agree")
    olive.sees("Choose why it differs from what was recommended.")
    olive.ticks("P1 home with support")
    olive.presses("Agree")
    olive.sees("Find home care that can start")
    olive.sees("Ward and flow staff at Heartlands Hospital")


def then_the_open_board_of_the_ward_shows_it_without_a_reload(
    declan: Visitor, olive: Visitor, stay: str, person: InNeed
) -> None:
    declan.opens(f"/flow/?hospital=heartlands-hospital&q={person.family}")
    expect(declan.page.locator("[data-board]")).to_have_attribute("data-state", "live")
    olive.opens(f"/flow/{stay}/delay/")
    olive.chooses("What do they wait for", "No home care is free")
    olive.presses("Save")
    declan.sees("No home care is free", within="#board-rows")


def when_home_care_is_asked_for(olive: Visitor, stay: str) -> str:
    olive.opens(f"/flow/{stay}/ask-home-care/")
    olive.chooses("Who finds it", "Birmingham home care brokerage")
    olive.types("Hours a week", "10.5")
    olive.presses("Ask")
    olive.follows("Open the home care")
    olive.sees("11 hours a week of Birmingham home care brokerage, until")
    return olive.page.url.rstrip("/").rpartition("/")[2]


def and_the_broker_finds_it(bilal: Visitor, care: str) -> None:
    bilal.opens("/flow/home-care/?state=asked")
    bilal.pictures("flow-home-care")
    bilal.opens(f"/flow/home-care/{care}/")
    bilal.sees("needs help with her legs in the morning")
    bilal.follows("Write down an offer")
    bilal.types("Which provider", "Bluebell Home Care")
    bilal.presses("Write it down")
    bilal.follows("Take an offer")
    bilal.ticks("Bluebell Home Care")
    bilal.presses("Take it")
    bilal.sees("Taken. Record when it begins.")
    bilal.sees("11 hours a week of Birmingham home care brokerage")
    bilal.pictures("flow-home-care-booked")
    bilal.opens("/capacity/?service=home-care")
    bilal.sees("of 280 hours a week free")


def and_the_steps_are_done_from_the_meeting(olive: Visitor, person: InNeed) -> None:
    olive.opens("/flow/meeting/?hospital=heartlands-hospital")
    for _ in range(4):  # the fifth was done when the offer was taken
        olive.leaves_by(olive.page.locator("li").filter(has_text=person.name).get_by_role("button", name="Done").first)
        olive.sees("Done. The board shows the next step.")


def then_she_leaves_the_same_day_with_no_day_waited(olive: Visitor, stay: str) -> None:
    olive.opens(f"/flow/{stay}/leave/")
    olive.ticks("Own home")
    olive.presses("They have left")
    olive.sees("Recorded. They are off the board.")
    olive.opens(f"/flow/{stay}/")
    olive.sees("Waited 0 days")
    olive.sees("5 steps done")
    olive.sees("This person", within=".hw-beside")
    olive.sees("12 days, a mean", within=".hw-beside")
    olive.sees("12 days fewer than that mean")
    olive.sees("They are not days saved")
    olive.sees("regression to the mean")
    olive.pictures("flow-stay")


def and_her_home_care_began_with_its_hours_kept(bilal: Visitor, care: str) -> None:
    bilal.opens(f"/flow/home-care/{care}/start/")
    bilal.presses("It began")
    bilal.sees("Hours at the start")

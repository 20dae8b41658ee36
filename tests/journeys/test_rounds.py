"""Journey: a colleague falls ill; the team lead mends the round, sees what changes, and puts it in use."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_a_sickness_replan_changes_little_and_says_what(cast: Cast) -> None:
    leon = cast("leon")
    given_a_round_is_in_use(leon)
    sick = when_a_colleague_rings_in_sick(leon)
    then_it_is_planned_in_the_background(leon)
    then_what_changes_is_said(leon, sick)
    when_it_is_put_in_use(leon)
    then_nobody_waits_for_who_is_sick(leon, sick)


def given_a_round_is_in_use(leon: Visitor) -> None:
    leon.opens("/rounds/")
    if not leon.page.get_by_role("heading", name="The round in use").count():
        leon.follows("Day after")
    expect(leon.page.get_by_role("heading", name="The round in use")).to_be_visible()
    leon.looks()
    leon.pictures("rounds-day")


def when_a_colleague_rings_in_sick(leon: Visitor) -> str:
    busiest = leon.page.locator(".hw-carer").filter(has_not_text="Nobody can go").first
    name = busiest.get_by_role("heading").inner_text().split(",")[0]
    leon.page.get_by_role("link", name=re.compile(f"Will not come.*{re.escape(name)}")).click()
    with leon.expecting(422):
        leon.presses("They will not come")
    leon.sees("There is a problem")
    leon.page.get_by_label("Why?").fill("Sick")
    leon.presses("They will not come")
    return name


def then_it_is_planned_in_the_background(leon: Visitor) -> None:
    for _ in range(60):
        if not leon.page.get_by_role("link", name="Look again").count():
            break
        leon.page.wait_for_timeout(1000)
        leon.page.reload()
    leon.sees("Ready to look at")


def then_what_changes_is_said(leon: Visitor, sick: str) -> None:
    expect(leon.page.get_by_role("heading", name="What changes")).to_be_visible()
    changes = leon.page.locator(".hw-changes li")
    theirs = re.compile(rf"somebody else goes, was .*{re.escape(sick)}")  # alone, or one of two who go together
    expect(changes.filter(has_text=theirs).first).to_be_visible()
    expect(changes.first).not_to_contain_text("at another time")
    leon.looks()
    leon.pictures("rounds-changes")


def when_it_is_put_in_use(leon: Visitor) -> None:
    leon.presses("Put this round in use")
    leon.sees("The round is in use")


def then_nobody_waits_for_who_is_sick(leon: Visitor, sick: str) -> None:
    leon.sees("Not at work")
    expect(leon.page.locator(".hw-carer").get_by_role("heading").filter(has_text=sick)).to_have_count(0)

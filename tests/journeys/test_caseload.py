"""Journey: a team lead looks at the caseload, sees who carries too much, and gives a person's work to a colleague."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_work_is_moved_from_the_caseload(cast: Cast) -> None:
    leon = cast("leon")
    given_the_caseload_is_open(leon)
    then_everybody_stands_with_a_reason(leon)
    when_work_is_handed_over(leon)
    then_it_is_said(leon)


def given_the_caseload_is_open(leon: Visitor) -> None:
    leon.opens("/work/")
    leon.follows("Caseload of my team")
    expect(leon.page.get_by_role("heading", name=re.compile("^Caseload: "))).to_be_visible()
    leon.looks()


def then_everybody_stands_with_a_reason(leon: Visitor) -> None:
    expect(leon.page.locator(".hw-person").first).to_contain_text(re.compile("Red|Amber|Has died"))
    leon.page.locator(".hw-counts a", has_text=re.compile("^(Red|Amber) ")).first.click()
    expect(leon.page.locator(".hw-person").first).to_be_visible()


def when_work_is_handed_over(leon: Visitor) -> None:
    leon.page.get_by_role("link", name=re.compile("^Hand over the work for ")).first.click()
    leon.looks()
    with leon.expecting(422):
        leon.presses("Hand over")
    leon.sees("There is a problem")
    leon.page.get_by_role("checkbox").first.check()
    leon.page.get_by_role("radio").first.check()
    leon.presses("Hand over")


def then_it_is_said(leon: Visitor) -> None:
    leon.sees("Handed over to ")
    leon.looks()

"""Journey: a number is confirmed, and on every open board of those who see it alike the row changes by itself, buttons and all."""

from playwright.sync_api import Locator, expect

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

LISTENS = """
window.sentRows = 0;
const Real = window.EventSource;
window.EventSource = class extends Real {
  constructor(...given) {
    super(...given);
    this.addEventListener("rows", () => (window.sentRows += 1));
  }
};
"""


def test_two_open_boards_are_sent_the_row_and_its_button_works(cast: Cast) -> None:
    one, two, third = cast("olive"), cast("olive"), cast("olive", device="phone")
    row = given_two_open_boards(one, two)
    before = mark(one, row)
    third.opens("/capacity/?show=mine")
    third.leaves_by(button(third, row))
    third.sees("The number is as of now.")
    for each in (one, two):
        expect(line(each, row)).not_to_have_attribute("data-mark", before)
        expect(line(each, row)).to_contain_text("reported just now")
        assert each.page.evaluate("window.sentRows") > 0
        assert each.page.evaluate("window.neverReloaded") is True
    one.leaves_by(button(one, row))  # a row drawn for another's page bears this page's own token
    one.sees("The number is as of now.")


def given_two_open_boards(*visitors: Visitor) -> str:
    for each in visitors:
        each.page.add_init_script(LISTENS)
        each.opens("/capacity/?show=mine")
        expect(each.page.locator("[data-board]")).to_have_attribute("data-state", "live")
        each.page.evaluate("window.neverReloaded = true")
    found = visitors[0].page.locator("[data-row]:has(button[id^=right-])").first.get_attribute("data-row")
    assert found is not None
    return found


def line(visitor: Visitor, row: str) -> Locator:
    return visitor.page.locator(f'[data-row="{row}"]')


def mark(visitor: Visitor, row: str) -> str:
    return line(visitor, row).get_attribute("data-mark") or ""


def button(visitor: Visitor, row: str) -> Locator:
    return visitor.page.locator(f'[id="right-{row}"]')

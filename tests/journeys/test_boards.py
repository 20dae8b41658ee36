"""Journey: a chair goes from a change to an action, a commissioner prints the pack, an analyst puts a board together and shares it."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

TITLE = "Help that comes in time"
LOCALITY = "East"
COUNTED_WITHIN = 400  # looks at the page, a second apart: the numbers are counted, then looked at, every three minutes


def test_a_chair_goes_from_a_number_to_the_people_behind_it_to_an_action(cast: Cast) -> None:
    joan = cast("joan")
    given_a_board_that_answers_one_question(joan)
    when_a_number_is_opened_down_to_its_list(joan)
    when_one_locality_is_followed(joan)
    when_it_is_settled_what_is_done(joan)
    then_it_stands_on_the_board_until_it_is_done(joan)


def test_a_chair_goes_from_a_change_in_one_locality_to_the_people_behind_it_to_an_owner(cast: Cast) -> None:
    joan = cast("joan")
    given_a_change_that_the_chart_of_one_locality_found(joan)
    when_the_people_behind_it_are_looked_at(joan)
    then_somebody_owns_what_is_done(joan)


def test_a_commissioner_prints_the_board_pack(cast: Cast) -> None:
    joan = cast("joan")
    joan.opens("/numbers/boards/pack/")
    joan.pictures("board-pack-choice")
    with joan.expecting(422):
        joan.presses("Make the PDF")
        joan.sees("Choose at least one board")
    joan.ticks("Urgent response")
    joan.ticks("Flow and discharge")
    joan.presses("Make the PDF")
    ready = joan.page.get_by_text("Open the PDF")
    for _ in range(60):  # the worker makes it: look again, as anybody would
        if ready.count():
            break
        joan.page.wait_for_timeout(1000)
        joan.page.reload()
    expect(ready).to_be_visible()
    joan.pictures("board-pack-ready")
    answer = joan.page.request.get(f"{joan.page.url}pack.pdf")
    assert answer.status == 200 and answer.headers["content-type"] == "application/pdf"
    paper = answer.body()
    assert paper.startswith(b"%PDF-") and b"/StructTreeRoot" in paper and paper.count(b"/MediaBox") >= 1


def test_an_analyst_puts_a_board_together_on_a_phone_without_scripts_and_shares_it(cast: Cast) -> None:
    oliver = cast("oliver", device="phone", scripts=False)
    oliver.opens("/numbers/boards/")
    oliver.follows("Make a board of your own")
    oliver.types("Title", TITLE)
    oliver.page.locator('[id="f-p-two-hour-response"]').fill("1")
    oliver.presses("Keep the board")
    oliver.is_on(TITLE)
    oliver.follows("Share")
    oliver.page.get_by_label("Share it with").select_option(index=1)
    oliver.presses("Share")
    oliver.sees("It stands on their page of boards.")
    joan = cast("joan")
    joan.opens("/numbers/boards/")
    joan.follows(TITLE)
    joan.is_on(TITLE)


def given_a_change_that_the_chart_of_one_locality_found(joan: Visitor) -> None:
    """Nobody wrote it: the demonstration's team falls behind, and the next count's look at the charts says so."""
    told = (
        joan.page.locator(".hw-told-one")
        .filter(has_text="Two-hour response")
        .filter(has_text="Getting worse")
        .filter(has_text=LOCALITY)
    )
    joan.opens("/numbers/boards/")
    for _ in range(COUNTED_WITHIN):
        if told.count():
            break
        joan.page.wait_for_timeout(1000)
        joan.page.reload()
    expect(told).to_have_count(1)
    joan.pictures("change-in-one-locality")
    joan.leaves_by(told.get_by_role("link", name="Act on it"))


def when_the_people_behind_it_are_looked_at(joan: Visitor) -> None:
    joan.sees("What changed:")
    joan.sees("Find the cause")
    joan.follows("See the list behind the number first")
    joan.sees("These are the very rows that the figure is counted out of.")
    rows = joan.page.locator("table tbody tr")
    assert rows.count() > 1 and rows.filter(has_text=LOCALITY).count() == rows.count()
    joan.pictures("people-behind-a-change")
    joan.page.go_back()


def then_somebody_owns_what_is_done(joan: Visitor) -> None:
    joan.types("What is to be done?", "Find out with the team why its visits come late since the autumn.")
    owner = joan.page.get_by_label("Who does it?")
    owner.select_option(index=2)
    named = owner.evaluate("it => it.selectedOptions[0].textContent").strip()
    joan.types("By which day?", "31/03/2031")
    joan.presses("Settle it")
    joan.sees("It stands on every board with this number until it is done.")
    joan.sees(named.partition(",")[0])
    joan.opens("/numbers/boards/")
    told = joan.page.locator(".hw-told-one").filter(has_text="Two-hour response").filter(has_text=LOCALITY)
    expect(told.filter(has_text="Getting worse")).to_have_count(0)
    joan.opens("/numbers/boards/urgent-response/")
    joan.sees("Find out with the team why its visits come late since the autumn.")


def given_a_board_that_answers_one_question(joan: Visitor) -> None:
    joan.opens("/numbers/boards/")
    joan.pictures("boards")
    joan.follows("Urgent response")
    joan.is_on("Urgent response")
    joan.sees("As of")
    assert joan.page.locator(".hw-number-tile").count() <= 9
    joan.pictures("board")


def when_a_number_is_opened_down_to_its_list(joan: Visitor) -> None:
    joan.leaves_by(joan.page.locator(".hw-number-tile h2 a").first)
    joan.follows("See the list behind this number")
    expect(joan.page.locator("table").first).to_be_visible()


def when_one_locality_is_followed(joan: Visitor) -> None:
    joan.opens("/numbers/two-hour-response/actions/")
    where = joan.page.locator("#part option").first.text_content() or ""
    joan.presses("Tell me when it changes there")
    joan.sees(f"You are told when it changes for {where}")
    joan.pictures("number-followed-for-one-part")
    joan.presses(f"Tell me no more of {where}")


def when_it_is_settled_what_is_done(joan: Visitor) -> None:
    joan.opens("/numbers/two-hour-response/actions/new/")
    with joan.expecting(422):
        joan.presses("Settle it")
        joan.sees("Say what is to be done")
    joan.types("What is to be done?", "Walk the late shift with the team.")
    joan.page.get_by_label("Who does it?").select_option(index=1)
    joan.types("By which day?", "31/03/2031")
    joan.presses("Settle it")
    joan.sees("It stands on every board with this number until it is done.")
    joan.pictures("board-action")


def then_it_stands_on_the_board_until_it_is_done(joan: Visitor) -> None:
    joan.opens("/numbers/boards/urgent-response/")
    joan.follows("Walk the late shift with the team.")
    joan.page.get_by_label(re.compile("How far is it")).fill("Two more on late shifts from Monday.")
    joan.presses("It is done")
    joan.sees("What came of it stays with the number.")

"""Journey: a coordinator's main path with nothing but a keyboard: Tab, Enter, Space and letters, and always seeing where she is."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.visitor import Visitor

MOST_TABS = 150
NAMED = """() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.innerText ?? at.getAttribute("aria-label") ?? at.innerText ?? "";
  return label.replace(/\\s+/g, " ").trim();
}"""
SEEN = """() => {
  const style = getComputedStyle(document.activeElement), box = document.activeElement.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" || style.boxShadow !== "none" || style.backgroundColor === "rgb(255, 235, 59)";
  return ring && box.width > 0 && box.height > 0;
}"""


def test_from_call_to_offer_by_keyboard_alone(cast: Cast, person: InNeed) -> None:
    asha = cast("asha")
    given_the_board(asha)
    when_the_call_is_typed(asha, person)
    when_the_protocol_is_answered(asha)
    then_it_can_be_offered(asha)


def given_the_board(asha: Visitor) -> None:
    asha.opens("/hub/")
    asha.page.keyboard.press("Tab")
    assert asha.page.evaluate(NAMED) == "Skip to main content"
    tabs_to(asha, "Take a call")
    goes_on(asha, "Enter")
    asha.is_on("Take a call")


def when_the_call_is_typed(asha: Visitor, person: InNeed) -> None:
    for label, words in (
        ("Caller’s name", "Jo Fenn"),
        ("Number to ring back", "0121 496 0123"),
        ("First name", person.given),
        ("Last name", person.family),
        ("Date of birth", person.born),
    ):
        tabs_to(asha, label)
        asha.page.keyboard.type(words)
    tabs_to(asha, "Practice, telephone, language and access")
    asha.page.keyboard.press("Enter")
    tabs_to(asha, "GP practice")
    asha.page.keyboard.type("Omnia Practice")
    tabs_into_the_needs_and_down_to(asha, "A fall")
    tabs_to(asha, "What has happened?")
    asha.page.keyboard.type("Fell at the door.")
    tabs_to(asha, "Save and triage")
    goes_on(asha, "Enter")
    asha.is_on("How soon is help needed?")


def when_the_protocol_is_answered(asha: Visitor) -> None:
    for _ in range(MOST_TABS):
        asha.page.keyboard.press("Tab")
        if asha.page.evaluate("document.activeElement.name") == "q_hospital-today-without-help":
            break
    while asha.page.evaluate("document.activeElement.value") != "yes":
        asha.page.keyboard.press("ArrowUp")
    asha.page.keyboard.press("Space")
    asha.sees("Within 2 hours", within="#suggestion")
    tabs_to(asha, "Decide and go on")
    goes_on(asha, "Enter")


def then_it_can_be_offered(asha: Visitor) -> None:
    asha.is_on("Who is best placed to help?")
    if not asha.page.locator(".hw-candidate button").first.is_visible():  # by night nobody fits
        tabs_to(asha, "and why")
        asha.page.keyboard.press("Enter")
        tabs_to(asha, "Choose it all the same")
        asha.page.keyboard.press("Enter")
        tabs_to(asha, "Why this one?")
        asha.page.keyboard.type("It is the nearest")
    tabs_to(asha, "Offer to this team")
    goes_on(asha, "Enter")
    asha.sees("Offered. The team owns it now")


def tabs_to(visitor: Visitor, words: str) -> None:
    """Tab until the focus is on what bears these words, and can be seen to be there."""
    for _ in range(MOST_TABS):
        visitor.page.keyboard.press("Tab")
        if words in visitor.page.evaluate(NAMED):
            assert visitor.page.evaluate(SEEN), f"the focus on {words!r} cannot be seen"
            return
    raise AssertionError(f"{words!r} was not reached by keyboard")


def tabs_into_the_needs_and_down_to(visitor: Visitor, need: str) -> None:
    """A group of radios is one stop; arrows choose within it."""
    while visitor.page.evaluate("document.activeElement.name") != "need":
        visitor.page.keyboard.press("Tab")
    while not visitor.page.evaluate(NAMED).startswith(need):
        visitor.page.keyboard.press("ArrowDown")


def goes_on(visitor: Visitor, key: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press(key)
    visitor.looks()

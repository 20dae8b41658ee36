"""Journey: a care home's manager sees who of theirs is where, reads one record and asks for help for them."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_a_manager_begins_with_their_residents_and_asks_for_help_for_one(cast: Cast) -> None:
    sunita = cast("sunita")
    name = when_she_signs_in_her_residents_are_there(sunita)
    then_each_says_what_goes_on(sunita)
    when_she_asks_for_help_for_one_it_is_known_who_they_are(sunita, name)


def test_on_a_phone_a_manager_reads_what_to_know_in_a_crisis_in_one_press(cast: Cast) -> None:
    sunita = cast("sunita", device="phone")
    name = when_she_signs_in_her_residents_are_there(sunita)
    sunita.follows(f"Allergies and decisions of {name}")
    sunita.sees("Resuscitation and advance decisions")


def when_she_signs_in_her_residents_are_there(sunita: Visitor) -> str:
    sunita.opens("/")
    sunita.is_on("My residents")
    sunita.sees("this is no list of everybody who lives with you")
    sunita.pictures("my-residents")
    return sunita.page.locator(".hw-person").filter(has=sunita.page.get_by_role("link", name="Ask for help")).locator("h3 a").first.inner_text()


def then_each_says_what_goes_on(sunita: Visitor) -> None:
    for card in sunita.page.locator(".hw-person").all():
        said = card.inner_text()
        assert "since" in said and ("visit" in said.lower() or "Today at" in said or "Has died" in said), said


def when_she_asks_for_help_for_one_it_is_known_who_they_are(sunita: Visitor, name: str) -> None:
    sunita.follows(f"Ask for help for {name}")
    sunita.presses(f"Ask for help for {name}")
    sunita.sees(name)
    sunita.sees("How the hub can reach you")

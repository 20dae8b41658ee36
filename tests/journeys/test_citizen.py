"""Journey: a citizen asks for help for themself, shares a link with a daughter, and sees who looked."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_a_citizen_asks_for_help_and_a_daughter_follows_by_link(cast: Cast) -> None:
    citizen, daughter = cast("citizen", device="phone"), cast.stranger("the daughter", device="phone")
    given_they_see_their_care(citizen)
    link = when_they_ask_for_help(citizen)
    then_it_is_among_their_requests(citizen)
    when_the_daughter_opens_the_link(daughter, link)
    then_she_sees_where_it_is_in_plain_words(daughter)
    then_she_sees_nothing_else(daughter)
    then_the_citizen_sees_who_looked(citizen)


def given_they_see_their_care(citizen: Visitor) -> None:
    citizen.opens("/me/")
    citizen.is_on("Hello, ")
    citizen.pictures("my-care")


def when_they_ask_for_help(citizen: Visitor) -> str:
    citizen.follows("Ask for help")
    citizen.ticks("A fall")
    citizen.types("Tell us what has happened", "I slipped by the bed this morning. I am up, but sore and unsteady.")
    citizen.types("What matters most to you?", "To stay in my own home")
    citizen.types("What number can we ring you on?", "0121 496 0155")
    citizen.looks()
    citizen.presses("Send my request")
    citizen.sees("We have it")
    return citizen.page.locator(".hw-link code").inner_text()


def then_it_is_among_their_requests(citizen: Visitor) -> None:
    citizen.opens("/me/")
    citizen.follows("A fall")
    citizen.sees("To stay in my own home")


def when_the_daughter_opens_the_link(daughter: Visitor, link: str) -> None:
    daughter.opens(link)
    daughter.presses("Continue")


def then_she_sees_where_it_is_in_plain_words(daughter: Visitor) -> None:
    daughter.is_on("We have it")
    daughter.sees("What has happened so far")
    daughter.sees("has it now")


def then_she_sees_nothing_else(daughter: Visitor) -> None:
    with daughter.expecting(403):
        daughter.opens("/hub/")
    daughter.sees("You cannot open this")


def then_the_citizen_sees_who_looked(citizen: Visitor) -> None:
    citizen.opens("/me/looked/")
    citizen.is_on("Who looked at my record")
    citizen.pictures("who-looked-at-me")

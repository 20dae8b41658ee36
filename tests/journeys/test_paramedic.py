"""Journey: a crew on scene calls before conveying. The need is with the hub in under a minute, and the crew sees who is coming."""

import time

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import finds_on_the_board, types_who_it_is
from tests.journeys.stage.visitor import Visitor

A_MINUTE = 60.0


def test_a_crew_calls_before_conveying(cast: Cast, person: InNeed) -> None:
    kate, asha = cast("kate", device="phone"), cast("asha")
    given_kate_is_on_scene(kate)
    seconds = when_she_states_the_need(kate, person)
    then_it_took_less_than_a_minute(seconds)
    then_she_is_told_who_has_it_and_what_to_do_about_danger(kate)
    when_the_hub_advises_her(asha, person)
    then_she_reads_the_advice_where_she_follows_it(kate, person)


def given_kate_is_on_scene(kate: Visitor) -> None:
    kate.opens("/")
    kate.opens("/refer/")


def when_she_states_the_need(kate: Visitor, person: InNeed) -> float:
    began = time.monotonic()
    types_who_it_is(kate, person)
    kate.page.get_by_role("button", name="Continue").click()
    kate.ticks("Advice before hospital")
    kate.types("What has happened?", "On scene. Looks well enough to stay if someone can see them today.")
    kate.types("Telephone number to ring you back on", "07700 900123")
    with kate.page.expect_navigation():
        kate.page.get_by_role("button", name="Send to the hub").filter(visible=True).last.click()
    kate.sees("We have it")
    return time.monotonic() - began


def then_it_took_less_than_a_minute(seconds: float) -> None:
    assert seconds < A_MINUTE


def then_she_is_told_who_has_it_and_what_to_do_about_danger(kate: Visitor) -> None:
    kate.looks()
    kate.sees("has it now")
    kate.sees("If it cannot wait")
    kate.pictures("sent")


def when_the_hub_advises_her(asha: Visitor, person: InNeed) -> None:
    finds_on_the_board(asha, person)
    asha.follows("Ask for information")
    asha.types("What do you need to know?", "What is the NEWS2 now?")
    asha.presses("Send the question")


def then_she_reads_the_advice_where_she_follows_it(kate: Visitor, person: InNeed) -> None:
    kate.opens("/track/")
    kate.follows(person.name)
    kate.sees("What is the NEWS2 now?")

"""Journey: an information-governance lead reads who looked at a record, and why, and checks that the log is whole."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.house import House
from tests.journeys.stage.steps import finds_on_the_board, takes_a_call
from tests.journeys.stage.visitor import Visitor


def test_who_looked_and_is_the_log_whole(cast: Cast, house: House, person: InNeed) -> None:
    asha, tom, priya = cast("asha"), cast("tom"), cast("priya")
    given_two_coordinators_opened_a_record(asha, tom, person)
    when_she_asks_who_looked(priya)
    when_she_keeps_to_one_record_she_sees_both_and_why(priya, person)
    then_her_own_look_is_written_down_too(priya)
    then_unusual_access_is_shown_with_its_reason(priya)
    then_the_chain_is_whole(priya, house)


def given_two_coordinators_opened_a_record(asha: Visitor, tom: Visitor, person: InNeed) -> None:
    takes_a_call(asha, person, need="A fall", words="Fell by the gate.")
    finds_on_the_board(tom, person)


def when_she_asks_who_looked(priya: Visitor) -> None:
    priya.opens("/audit/")
    priya.is_on("Who looked")
    priya.sees("Tom Reid")
    priya.pictures("who-looked")


def when_she_keeps_to_one_record_she_sees_both_and_why(priya: Visitor, person: InNeed) -> None:
    priya.page.locator("tbody").get_by_role("link", name=person.name).first.click()
    priya.page.wait_for_url("**/audit/?person=*")
    priya.looks()
    priya.sees("Tom Reid", within="tbody")
    priya.sees("Asha Patel", within="tbody")


def then_her_own_look_is_written_down_too(priya: Visitor) -> None:
    priya.opens("/audit/")
    priya.sees("Priya Mistry", within="tbody")


def then_unusual_access_is_shown_with_its_reason(priya: Visitor) -> None:
    priya.follows("Unusual access")
    priya.is_on("Unusual access")


def then_the_chain_is_whole(priya: Visitor, house: House) -> None:
    priya.follows("Sealed record")
    priya.presses("Check the whole chain")
    priya.sees("The chain is whole.")
    priya.pictures("sealed")
    assert "whole" in house.command("audit", "verify")

"""Journey: the list of a door and of the advice line stay true by themselves, on a screen that nobody touches."""

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import types_who_it_is
from tests.journeys.stage.visitor import Visitor


def test_the_lists_of_the_front_door_change_by_themselves(cast: Cast, person: InNeed) -> None:
    esther, on_the_wall = cast("esther"), cast("esther", device="phone")
    given_the_list_is_open(on_the_wall, "/front-door/?door=heartlands")
    when_somebody_comes(esther, person)
    on_the_wall.sees(person.name, within="#board-rows")
    on_the_wall.sees("not written yet", within="#board-rows")
    when_it_is_said_what_is_meant(esther)
    on_the_wall.sees("Meant: Admit", within="#board-rows")
    on_the_wall.looks()
    when_it_is_decided(esther)
    then_they_are_no_longer_here_but_decided(on_the_wall, person)


def test_the_advice_line_changes_by_itself(cast: Cast, person: InNeed) -> None:
    esther, on_the_wall = cast("esther"), cast("esther", device="phone")
    given_the_list_is_open(on_the_wall, "/front-door/line/")
    esther.opens("/front-door/line/take/")
    esther.ticks("Ambulance crew")
    esther.types("Caller’s name", "Kate Hadley")
    esther.types("Number to ring back", "07700 900123")
    types_who_it_is(esther, person)
    esther.chooses("What has happened?", "A fall")
    esther.types("What do they ask?", "Fell by the bed. No injury found. Must she go in?")
    esther.ticks("Take to hospital")
    esther.presses("Save the call")
    esther.is_on("Write down the advice")
    on_the_wall.sees(person.name, within="#board-rows")
    on_the_wall.looks()
    on_the_wall.pictures("advice-line")


def given_the_list_is_open(on_the_wall: Visitor, path: str) -> None:
    on_the_wall.opens(path)
    expect(on_the_wall.page.locator("[data-board]")).to_have_attribute("data-state", "live")


def when_somebody_comes(esther: Visitor, person: InNeed) -> None:
    esther.opens("/front-door/arrive/?door=heartlands")
    types_who_it_is(esther, person)
    esther.ticks("By ambulance")
    esther.types("Why have they come?", "Fell at home")
    esther.presses("Put them on the list")
    esther.is_on("At the front door")
    esther.sees(person.name)


def when_it_is_said_what_is_meant(esther: Visitor) -> None:
    esther.ticks("Admit")
    esther.presses("Write it down")
    esther.sees("before the decision. It cannot be changed.")


def when_it_is_decided(esther: Visitor) -> None:
    esther.ticks("Home with help")
    esther.types("Who decided?", "Dr Bose")
    esther.presses("Write the decision down")


def then_they_are_no_longer_here_but_decided(on_the_wall: Visitor, person: InNeed) -> None:
    on_the_wall.sees(person.name, within="#board-pages")
    on_the_wall.does_not_see(person.name, within="#board-rows")
    on_the_wall.looks()
    on_the_wall.pictures("front-door")

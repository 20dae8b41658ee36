"""Journey: a fall is never conveyed. A crew rings first, advice is signed, a team sees the person at home, and after 72 hours it is found so."""

import re
import time

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import (
    PRACTICE,
    accepts,
    opens_the_visit,
    places_with,
    records_the_contact,
    types_who_it_is,
)
from tests.journeys.stage.visitor import Visitor

A_MINUTE = 60.0
TEAM = "Urgent community response"
URGENT = "Stay, with urgent community response"
# Three days and a little later, every hospital has told of somebody who came and left, and what is due is looked up.
THREE_DAYS_LATER = """
from datetime import UTC, datetime, timedelta
from homeward.access.api import system
from homeward.directory.api import place
from homeward.front_door.api import find_outcomes
from homeward.hospital import api as hospital
from homeward.people.api import PersonDetails, register
by, at = system("demo"), datetime.now(UTC) + timedelta(hours=73)
home = next(each.code for each in hospital.policy().destinations if each.kind == "home")
for code, each in place().hospitals.items():
    who = register(details=PersonDetails(family="Passing", given=code, sex="unknown"), by=by, at=at).id
    stay = hospital.admit(person_id=who, hospital=code, ward=each.wards[0].code, admitted_at=at, by=by, at=at)
    hospital.leave(stay_id=stay, left_at=at, destination=home, by=by, at=at)
find_outcomes(at=at)
"""


def test_a_fall_is_never_conveyed(cast: Cast, person: InNeed) -> None:
    esther, asha, ruth = cast("esther"), cast("asha"), cast("ruth", device="phone")
    seconds = when_a_crew_rings(esther, person)
    then_it_took_less_than_a_minute(seconds)
    call = when_she_signs_the_advice(esther, person)
    referral = then_a_team_was_asked_for(esther)
    places_with(asha, referral, TEAM)
    accepts(ruth, person)
    opens_the_visit(ruth, person)
    records_the_contact(ruth)
    cast.house.told(THREE_DAYS_LATER)
    then_nobody_was_admitted(esther, call)
    then_the_number_opens_to_her(esther, person)


def test_the_fall_at_twenty_to_eight_is_told_with_its_clock(cast: Cast) -> None:
    esther, asha = cast("esther"), cast("asha")
    esther.opens("/front-door/line/")
    then_the_night_of_the_fall_is_told_with_its_evidence(esther, asha)


def when_a_crew_rings(esther: Visitor, person: InNeed) -> float:
    esther.opens("/front-door/line/")
    esther.looks()
    esther.follows("Take a call")
    began = time.monotonic()
    esther.ticks("Ambulance crew")
    esther.types("Caller’s name", "Kate Hadley")
    esther.types("Number to ring back", "07700 900123")
    types_who_it_is(esther, person)
    esther.types("Their GP practice", PRACTICE)
    esther.chooses("What has happened?", "A fall")
    esther.types("What do they ask?", "Fell by the bed at twenty to eight. No injury found. Must she go in?")
    esther.ticks("Take to hospital")
    esther.presses("Save the call")
    esther.is_on("Write down the advice")
    return time.monotonic() - began


def then_it_took_less_than_a_minute(seconds: float) -> None:
    assert seconds < A_MINUTE


def when_she_signs_the_advice(esther: Visitor, person: InNeed) -> str:
    esther.looks()
    with esther.expecting(422):
        esther.presses("Sign the advice")
    esther.sees("Choose what was decided.")
    esther.ticks("Stay, with urgent community response")
    esther.types("The advice", "Safe to stay tonight with a visit within two hours.")
    esther.types("What does the person want?", "To stay at home")
    esther.types("What should they watch for, and what do they do then?", "Drowsy or new pain: 999.")
    esther.presses("Sign the advice")
    esther.sees("Unchanged since: seal")
    esther.sees(person.name)
    esther.looks()
    esther.pictures("advice")
    return esther.page.url


def then_a_team_was_asked_for(esther: Visitor) -> str:
    link = esther.page.locator("a[href^='/hub/']").filter(has_text="New:")
    found = re.search(r"/hub/([0-9a-f-]{36})/", link.get_attribute("href") or "")
    assert found
    return found[1]


def then_the_night_of_the_fall_is_told_with_its_evidence(esther: Visitor, asha: Visitor) -> None:
    """Who fell at 7:40pm some days ago: what was meant, what was decided, when somebody was at the door, what came of it."""
    row = esther.page.locator("tr").filter(has_text="7:40pm").filter(has_text=URGENT)
    esther.follows("", within=row)
    esther.sees("7:40pm")
    esther.sees("Take to hospital")
    esther.sees("After 72 hours: Not admitted")
    esther.looks()
    esther.pictures("never-conveyed")
    link = esther.page.locator("a[href^='/hub/']").first.get_attribute("href") or ""
    asha.opens(link)
    asha.sees("Saw the person in person at 9:10pm")
    asha.looks()


def then_nobody_was_admitted(esther: Visitor, call: str) -> None:
    esther.page.goto(call)
    esther.sees("After 72 hours: Not admitted")
    esther.sees("Being seen")
    esther.looks()


def then_the_number_opens_to_her(esther: Visitor, person: InNeed) -> None:
    esther.opens("/front-door/results/?days=28")
    esther.sees("What these numbers cannot tell")
    esther.looks()
    esther.pictures("results")
    esther.opens("/front-door/results/line-changed/?days=28")
    esther.sees(person.name)
    esther.looks()

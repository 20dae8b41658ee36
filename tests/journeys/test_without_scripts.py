"""Journey: the main path with JavaScript switched off. Everything still works; it only needs a button pressed more."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, offers_to, opens_the_visit, records_the_contact, types_who_it_is
from tests.journeys.stage.visitor import Visitor

TEAM = "Urgent community response"


def test_from_call_to_close_without_scripts(cast: Cast, person: InNeed) -> None:
    asha, ruth = cast("asha", scripts=False), cast("ruth", scripts=False, device="phone")
    when_a_call_is_typed(asha, person)
    when_it_is_triaged_by_pressing_for_the_suggestion(asha)
    when_it_is_offered(asha)
    when_the_team_accepts_visits_and_closes(ruth, person)
    then_the_hub_sees_it_ended(asha)


def when_a_call_is_typed(asha: Visitor, person: InNeed) -> None:
    asha.opens("/hub/")
    asha.follows("Take a call")
    types_who_it_is(asha, person)
    asha.presses("Look up who this is")
    asha.sees("Nobody like this is here yet")
    asha.types("Caller’s name", "Jo Fenn")
    asha.types("Number to ring back", "0121 496 0123")
    asha.ticks("A fall")
    asha.types("What has happened?", "Fell by the sink.")
    asha.unfolds("Practice, telephone, language and access")
    asha.types("GP practice", "Omnia Practice")
    asha.presses("Save and triage")


def when_it_is_triaged_by_pressing_for_the_suggestion(asha: Visitor) -> None:
    asked = asha.page.get_by_role("group", name="Would they probably go to hospital today if nobody came?")
    asha.ticks("Yes", within=asked)
    asha.presses("See what the protocol suggests")
    asha.sees("Within 2 hours", within="#suggestion")
    asha.presses("Decide and go on")


def when_it_is_offered(asha: Visitor) -> None:
    asha.is_on("Who is best placed to help?")
    asha.unfolds("do not fit, and why")
    offers_to(asha, TEAM)
    asha.sees("Offered. The team owns it now")


def when_the_team_accepts_visits_and_closes(ruth: Visitor, person: InNeed) -> None:
    accepts(ruth, person)
    opens_the_visit(ruth, person)
    records_the_contact(ruth, outcome="It has ended: stayed at home, need met")


def then_the_hub_sees_it_ended(asha: Visitor) -> None:
    asha.opens(asha.page.url)
    asha.sees("Ended")

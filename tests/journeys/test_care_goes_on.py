"""Journey: care goes on after the first contact. Another visit, a task, and an end with its outcome, on a phone; nothing dead-ends."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, opens_the_visit, places_with, records_the_contact, takes_a_call
from tests.journeys.stage.visitor import Visitor

TEAM = "Urgent community response"


def test_a_nurse_goes_again_and_closes_the_care(cast: Cast, person: InNeed) -> None:
    asha, ruth = cast("asha"), cast("ruth", device="phone")
    referral = takes_a_call(asha, person, need="A fall", words="Slipped on the step.")
    places_with(asha, referral, TEAM)
    accepts(ruth, person)
    opens_the_visit(ruth, person)
    records_the_contact(ruth)
    when_she_plans_another_visit(ruth)
    when_she_adds_a_task(ruth)
    when_she_closes_it_with_how_it_ended(ruth)
    then_the_hub_reads_the_whole_care(asha, referral)


def when_she_plans_another_visit(ruth: Visitor) -> None:
    ruth.follows("Plan another visit")
    ruth.is_on("Plan a visit")
    with ruth.expecting(422):
        ruth.presses("Plan the visit")
    ruth.sees("There is a problem")
    ruth.types("What for?", "Look at the frame")
    ruth.presses("Plan the visit")
    ruth.sees("Look at the frame is planned.")
    ruth.pictures("care")


def when_she_adds_a_task(ruth: Visitor) -> None:
    ruth.follows("Add a task")
    ruth.types("What has to be done?", "Order a raised seat")
    ruth.presses("Add the task")
    ruth.sees("Order a raised seat")


def when_she_closes_it_with_how_it_ended(ruth: Visitor) -> None:
    ruth.follows("Close with how it ended")
    ruth.is_on("Close with how it ended")
    with ruth.expecting(422):
        ruth.presses("Close this care")
    ruth.sees("Choose how it ended.")
    ruth.ticks("Stayed at home, need met")
    ruth.presses("Close this care")
    ruth.sees("The care is closed, and the referral with it.")


def then_the_hub_reads_the_whole_care(asha: Visitor, referral: str) -> None:
    asha.opens(f"/hub/{referral}/")
    asha.follows("The care that was given")
    asha.sees("This care has ended: stayed at home, need met.")
    asha.sees("The visit is not needed any more.")

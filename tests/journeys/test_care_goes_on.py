"""Journey: care goes on after the first contact. Another visit, a task, and an end with its outcome, on a phone; nothing dead-ends."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, opens_the_visit, places_with, records_the_contact, takes_a_call
from tests.journeys.stage.visitor import Visitor

TEAM = "Urgent community response"
WARD = "Heartlands Hospital: Stroke and rehabilitation"


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


def test_whoever_goes_to_somebody_who_was_taken_to_hospital_reads_it_before_they_set_off(cast: Cast, person: InNeed) -> None:
    asha, ruth, declan = cast("asha"), cast("ruth", device="phone"), cast("declan")
    referral = takes_a_call(asha, person, need="A fall", words="Slipped on the step.", number=True)
    places_with(asha, referral, TEAM)
    accepts(ruth, person)
    when_the_ward_admits_the_same_person(declan, person)
    then_the_visit_stands_and_says_so(ruth, person)
    and_the_team_and_the_hub_have_news_of_it(ruth, asha, person)


def when_the_ward_admits_the_same_person(declan: Visitor, person: InNeed) -> None:
    day, month, year = person.born.split()
    declan.opens("/flow/admit/")
    declan.types("NHS number", person.nhs_number)
    declan.types("First name", person.given)
    declan.types("Last name", person.family)
    declan.types("Date of birth", f"{day}/{month}/{year}")
    declan.chooses("Ward", WARD)
    declan.chooses("How did they come in", "Emergency")
    declan.presses("Admit")
    declan.sees("Admitted. They are on the board.")


def then_the_visit_stands_and_says_so(ruth: Visitor, person: InNeed) -> None:
    ruth.opens("/visits/")
    ruth.sees("Heartlands Hospital. Ask where they are before you set off.")
    ruth.pictures("round-in-hospital")
    opens_the_visit(ruth, person)
    ruth.sees("Ask where they are before you set off.")
    ruth.follows("Record the contact")


def and_the_team_and_the_hub_have_news_of_it(ruth: Visitor, asha: Visitor, person: InNeed) -> None:
    for each in (ruth, asha):
        each.opens("/notices/")
        each.sees(person.name)
        each.sees("Admitted to Heartlands Hospital")
    asha.pictures("news-hospital")


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

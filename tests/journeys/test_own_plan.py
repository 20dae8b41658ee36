"""Journey: a citizen writes in their plan, disputes a line of it, and sees who changed what and who looked."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

OWN = "My cat sleeps on the bed. Please do not move her."
NOT_SO = "I can wash myself. I want help with my feet only."


def test_a_citizen_writes_and_disputes_and_nobody_can_overwrite_it(cast: Cast) -> None:
    citizen, staff = cast("citizen", device="phone"), cast("grace")
    name = given_whose_plan_it_is(citizen)
    when_they_write_what_matters(citizen)
    address = then_staff_see_it_as_the_persons_own_words(staff, name)
    when_staff_write_a_line(staff, address)
    when_the_citizen_disputes_it(citizen)
    then_staff_see_the_dispute_and_cannot_take_it_away(staff, address)
    when_the_citizen_changes_their_own_words(citizen)
    then_the_history_shows_what_changed(citizen)
    then_they_agree_and_see_who_looked(citizen)


def when_they_write_what_matters(citizen: Visitor) -> None:
    citizen.opens("/me/")
    citizen.follows("My plan")
    citizen.page.locator("section", has_text="What matters to me").first.get_by_role(
        "link", name="Write something here"
    ).click()
    citizen.looks()
    with citizen.expecting(422):
        citizen.presses("Save it")
    citizen.sees("Write what it is.")
    citizen.types("What matters to me", OWN)
    citizen.presses("Save it")
    citizen.sees("Nobody else can change them.")
    citizen.pictures("my-plan")


def given_whose_plan_it_is(citizen: Visitor) -> str:
    """The person's name, as the page greets them."""
    citizen.opens("/me/")
    return citizen.page.locator("h1").inner_text().removeprefix("Hello, ").strip()


def then_staff_see_it_as_the_persons_own_words(staff: Visitor, name: str) -> str:
    staff.opens(f"/people/?q={name}")
    staff.follows(name)
    staff.follows("The whole plan")
    staff.sees(OWN)
    staff.sees("Their own words")
    return staff.page.url.removeprefix(staff.url)


def when_staff_write_a_line(staff: Visitor, address: str) -> None:
    staff.opens(f"{address}add/best-support/")
    staff.types("How best to support them", "Wash in the morning, with one carer.")
    staff.presses("Save the line")
    staff.sees("The line is in the plan.")
    staff.pictures("care-plan")


def when_the_citizen_disputes_it(citizen: Visitor) -> None:
    citizen.opens("/me/plan/")
    citizen.follows("I do not agree with this Wash in the morning, with one carer.")
    citizen.types("What is not right?", NOT_SO)
    citizen.presses("Say that it is not right")
    citizen.sees(NOT_SO)


def then_staff_see_the_dispute_and_cannot_take_it_away(staff: Visitor, address: str) -> None:
    staff.opens(address)
    staff.sees("does not agree")
    staff.sees(NOT_SO)
    assert not staff.page.get_by_role("link", name=f"Change or end {OWN}").count()
    staff.follows("Change or end Wash in the morning, with one carer.")
    staff.types("How best to support them", "Washes herself; feet only, in the evening.")
    staff.presses("Save the line")
    staff.sees(NOT_SO)  # a new wording does not end what the person said


def when_the_citizen_changes_their_own_words(citizen: Visitor) -> None:
    citizen.opens("/me/plan/")
    citizen.presses("It is put right now Washes herself; feet only, in the evening.")
    citizen.follows(f"Change or end {OWN}")
    citizen.types("What matters to me", OWN.replace("Please do not move her.", "Please let her be."))
    citizen.presses("Save it")
    citizen.sees("Please let her be.")


def then_the_history_shows_what_changed(citizen: Visitor) -> None:
    citizen.follows("Who changed what")
    citizen.sees("Taken out")
    citizen.sees("disputed a line")
    citizen.sees("said that it is put right")


def then_they_agree_and_see_who_looked(citizen: Visitor) -> None:
    citizen.opens("/me/plan/")
    citizen.presses("I agree with my plan")
    citizen.sees("Thank you. If the plan changes")
    citizen.opens("/me/looked/")
    citizen.sees("Grace Okafor")

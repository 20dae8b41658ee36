"""Journey: a paramedic opens a record out of turn, its owner is told, somebody else judges it, and the person reads of it."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

WORDS = "Fell behind the door. We need to know the medicines and what matters to them."
JUDGED = "Crew at the address on a 999 call; only what was needed was opened."


def test_from_reason_to_review_to_letter(cast: Cast) -> None:
    citizen, kate, priya = cast("citizen", device="phone"), cast("kate", device="phone"), cast("priya")
    name = given_somebody_whom_she_does_not_look_after(citizen)
    when_she_looks_for_them_and_the_record_is_shut(kate, name)
    when_she_says_why_it_opens_for_an_hour(kate, name)
    then_it_waits_to_be_judged(priya, name)
    when_somebody_else_judges_it(priya)
    then_the_person_reads_who_why_and_that_it_was_out_of_turn(citizen)
    then_a_message_about_it_is_theirs(citizen)


def given_somebody_whom_she_does_not_look_after(citizen: Visitor) -> str:
    citizen.opens("/me/")
    return citizen.page.locator("h1").inner_text().removeprefix("Hello, ").strip()


def when_she_looks_for_them_and_the_record_is_shut(kate: Visitor, name: str) -> None:
    kate.opens("/people/")
    kate.page.locator("#q").fill(name)
    kate.presses("Search")
    with kate.expecting(403):
        kate.follows(name, within=kate.page.locator("#found ~ ol"))
    kate.sees("Your team is not looking after this person")


def when_she_says_why_it_opens_for_an_hour(kate: Visitor, name: str) -> None:
    kate.follows("This is an emergency: open the record")
    kate.is_on("Open a record out of turn")
    kate.sees(name)
    kate.pictures("break-glass")
    with kate.expecting(422):
        kate.presses("Open the record")
    kate.sees("There is a problem")
    kate.ticks("An emergency, to keep the person safe")
    kate.types("What is happening?", WORDS)
    kate.presses("Open the record")
    kate.sees("The record is open to you until")
    kate.sees(name)


def then_it_waits_to_be_judged(priya: Visitor, name: str) -> None:
    priya.opens("/audit/break-glass/?show=waiting")
    priya.is_on("Opened out of turn")
    priya.sees("Kate Hadley", within="tbody")
    priya.sees(name, within="tbody")
    priya.pictures("opened-out-of-turn")


def when_somebody_else_judges_it(priya: Visitor) -> None:
    row = priya.page.locator("tbody tr").filter(has_text=WORDS)
    priya.leaves_by(row.get_by_role("link").last)
    priya.sees(WORDS)
    priya.ticks("Yes, it was right")
    priya.types("Why do you think so?", JUDGED)
    priya.presses("Keep this judgement")
    priya.sees("Your judgement is kept")


def then_the_person_reads_who_why_and_that_it_was_out_of_turn(citizen: Visitor) -> None:
    citizen.opens("/me/looked/")
    citizen.sees("Kate Hadley, paramedic")
    citizen.sees("They opened it out of turn")


def then_a_message_about_it_is_theirs(citizen: Visitor) -> None:
    citizen.opens("/me/messages/")
    citizen.sees("Kate Hadley")

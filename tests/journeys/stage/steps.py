"""Which steps do many journeys share? A call taken, a need triaged, placed, accepted: each as its user does it."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import InNeed
from tests.journeys.stage.visitor import Visitor

PRACTICE = "Omnia Practice"  # its list is in the East locality, whose hub the demonstration's coordinators work in
REFERRAL = re.compile(r"/hub/([0-9a-f-]{36})/")


def types_who_it_is(visitor: Visitor, person: InNeed) -> None:
    """The fewest questions that tell one person from another."""
    visitor.types("First name", person.given)
    visitor.types("Last name", person.family)
    visitor.types("Date of birth", person.born)


def takes_a_call(visitor: Visitor, person: InNeed, *, need: str, words: str, number: bool = False, phone: str = "") -> str:
    """A whole call from the board to the triage page; the referral's id. `number`: the caller knows the NHS number; `phone` is the person's."""
    visitor.opens("/hub/")
    visitor.follows("Take a call")
    visitor.types("Caller’s name", "Jo Fenn")
    visitor.types("Number to ring back", "0121 496 0123")
    types_who_it_is(visitor, person)
    if number:
        visitor.types("NHS number", person.nhs_number)
    visitor.unfolds("Practice, telephone, language and access")
    visitor.types("GP practice", PRACTICE)
    if phone:
        visitor.types("Their telephone number", phone)
    visitor.ticks(need)
    visitor.types("What has happened?", words)
    visitor.types("What does the person want?", "To stay at home")
    visitor.presses("Save and triage")
    visitor.is_on("How soon is help needed?")
    return referral_of(visitor)


def referral_of(visitor: Visitor) -> str:
    """The id of the referral whose page this is."""
    found = REFERRAL.search(visitor.page.url)
    assert found, visitor.page.url
    return found[1]


def answers(visitor: Visitor, question: str, answer: str) -> None:
    """One question of the protocol."""
    asked = visitor.page.get_by_role("group", name=re.compile(re.escape(question)))
    visitor.ticks(answer, within=asked)


def triages_for_two_hours(visitor: Visitor) -> None:
    """The answers that make help due within two hours, and the decision."""
    answers(visitor, "Are they alone now?", "Yes")
    answers(visitor, "Is it unsafe for them to be alone?", "Yes")
    expect(visitor.page.locator("#suggestion .hw-reference")).to_contain_text("Within 2 hours")
    visitor.presses("Decide and go on")
    visitor.is_on("Who is best placed to help?")


def offers_to(visitor: Visitor, team: str) -> None:
    """Chooses this team among the candidates, with a reason when another stands first."""
    candidate = visitor.page.locator(".hw-candidate").filter(has_text=team).first
    fold = candidate.locator("summary")
    if fold.count():
        fold.first.click()
        candidate.get_by_label("Why this one?").fill("They know the street")
    visitor.presses("Offer to this team", within=candidate)


def states_a_need(visitor: Visitor, person: InNeed, *, need: str, words: str) -> None:
    """The referrer's form, from who it is for to sent."""
    visitor.opens("/refer/")
    visitor.is_on("Who is it for?")
    types_who_it_is(visitor, person)
    visitor.types("GP practice", PRACTICE)
    visitor.presses("Continue")
    visitor.is_on(f"What does {person.name} need?")
    visitor.ticks(need)
    visitor.types("What has happened?", words)
    visitor.types("What does the person want?", "To stay at home")
    visitor.types("Telephone number to ring you back on", "0121 496 0177")


def finds_on_the_board(visitor: Visitor, person: InNeed) -> str:
    """Looks the person up on the hub's board and opens the referral; its id."""
    visitor.opens(f"/hub/?q={person.family}")
    row = visitor.page.locator("[data-row]").filter(has_text=person.name)
    visitor.follows(person.family, within=row)
    return referral_of(visitor)


def places_with(visitor: Visitor, referral: str, team: str) -> None:
    """Triage and placing, straight through."""
    visitor.opens(f"/hub/{referral}/triage/")
    triages_for_two_hours(visitor)
    offers_to(visitor, team)
    visitor.sees("Offered. The team owns it now")


def accepts(visitor: Visitor, person: InNeed) -> None:
    """A team member accepts from the list of their work."""
    visitor.opens("/?kind=need")
    row = visitor.page.locator(".hw-person").filter(has_text=person.name)
    visitor.presses("Accept", within=row)
    visitor.sees("Accepted. The first visit is on your team's round.")
    expect(visitor.page).to_have_title(re.compile(f" for {person.name}"))  # their care's page, not the list that names others


def opens_the_visit(visitor: Visitor, person: InNeed) -> None:
    """From the round to the visit of this person."""
    visitor.opens("/visits/")
    visitor.is_on("My round")
    stop = visitor.page.locator(".hw-stop").filter(has_text=person.name)
    visitor.follows(person.family, within=stop)


def records_the_contact(visitor: Visitor, *, outcome: str = "") -> None:
    """What the first visitor writes, once; with an outcome the team's help is over."""
    visitor.follows("Record the contact")
    visitor.is_on("Record the contact")
    visitor.types("What has happened?", "Slipped; no injury; walking with a frame.")
    visitor.types("What did you do?", "Checked over, frame lent, medicines looked at.")
    visitor.types("What should they watch for, and whom do they ring?", "New pain or dizziness: ring the hub.")
    if outcome:
        visitor.ticks(outcome)
    visitor.presses("Record the contact")
    visitor.sees("The contact is recorded.")

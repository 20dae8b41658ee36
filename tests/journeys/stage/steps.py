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


def takes_a_call(visitor: Visitor, person: InNeed, *, need: str, words: str) -> str:
    """A whole call from the board to the triage page; the referral's id."""
    visitor.opens("/hub/")
    visitor.follows("Take a call")
    visitor.types("Caller’s name", "Jo Fenn")
    visitor.types("Number to ring back", "0121 496 0123")
    types_who_it_is(visitor, person)
    visitor.unfolds("Practice, telephone, language and access")
    visitor.types("GP practice", PRACTICE)
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
    answers(visitor, "Would they probably go to hospital today if nobody came?", "Yes")
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

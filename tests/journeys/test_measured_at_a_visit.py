"""Journey: an urgent visitor measures a score that is an emergency, and it is somebody's to answer until it is answered."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, opens_the_visit, places_with, takes_a_call
from tests.journeys.stage.visitor import Visitor

PERSON = re.compile(r"/people/[0-9a-f-]{36}/")
ILL = {
    "Breaths a minute": "26", "Oxygen saturation": "93", "Systolic": "108", "Pulse": "112", "Temperature": "38.4",
}  # fmt: skip
WRITTEN = {
    "What has happened?": "Feverish since the night, will not eat.", "What did you do?": "Sat her up, rang the doctor.",
    "What should they watch for, and whom do they ring?": "Faster breathing: ring 999.",
}  # fmt: skip


def test_a_high_score_at_a_visit_is_told_beyond_the_visit(cast: Cast, person: InNeed) -> None:
    asha, ruth, leon = cast("asha"), cast("ruth", device="phone"), cast("leon")
    referral = takes_a_call(asha, person, need="A fall", words="Fell in the night, feverish now.")
    places_with(asha, referral, "Urgent community response")
    accepts(ruth, person)
    when_she_measures_at_the_visit(ruth, person)
    record = then_it_stands_on_the_persons_page(ruth, asha, referral)
    row = then_a_colleague_finds_it_first(leon, person)
    when_he_takes_it_and_says_what_was_done(leon, row)
    then_it_stands_nowhere_any_more(leon, person, record)


def when_she_measures_at_the_visit(ruth: Visitor, person: InNeed) -> None:
    opens_the_visit(ruth, person)
    ruth.follows("Record the contact")
    for label, words in WRITTEN.items():
        ruth.types(label, words)
    ruth.unfolds("Observations")
    for label, value in ILL.items():
        ruth.page.get_by_label(re.compile(f"^{label}")).fill(value)
    for question, answer in (("target of 88", "No"), ("Air or oxygen", "Air"), ("Consciousness", "Alert")):
        ruth.ticks(answer, within=ruth.page.get_by_role("group", name=re.compile(question)))
    ruth.presses("Record the contact")
    ruth.sees("The contact is recorded.")


def then_it_stands_on_the_persons_page(visitor: Visitor, asha: Visitor, referral: str) -> str:
    asha.opens(f"/hub/{referral}/")
    found = PERSON.search(asha.page.content())
    assert found, "the referral's page leads to the record"
    visitor.opens(found[0])
    alert = visitor.page.locator(".hw-alert--red")
    expect(alert).to_contain_text("NEWS2 9: high. Measured at a visit by Ruth Bayliss.")
    expect(alert).to_contain_text("Nobody has it yet.")
    visitor.pictures("alert-from-a-visit")
    return found[0]


def then_a_colleague_finds_it_first(leon: Visitor, person: InNeed) -> str:
    leon.opens("/virtual-wards/?show=unread")
    row = leon.page.locator(".hw-bed").filter(has_text=person.name)
    expect(row).to_contain_text("Measured at a visit, not on a ward")
    expect(row).not_to_contain_text("Observations late")
    leon.pictures("alert-from-a-visit-on-the-list")
    leon.leaves_by(row.get_by_role("link", name=re.compile(person.family)))
    return leon.page.url


def when_he_takes_it_and_says_what_was_done(leon: Visitor, stay: str) -> None:
    leon.pictures("alert-from-a-visit-taken")
    leon.presses("I have this")
    leon.sees("You have this alert.")
    leon.follows("Say what was done")
    leon.ticks("Called 999")
    leon.types("What you found and did", "Ruth stayed until the crew came.")
    leon.presses("Answer the alert")
    leon.sees("Kept. The alert is answered.")


def then_it_stands_nowhere_any_more(leon: Visitor, person: InNeed, record: str) -> None:
    expect(leon.page.locator(".hw-bed").filter(has_text=person.name)).to_have_count(0)
    leon.opens(record)
    expect(leon.page.locator(".hw-alert--red")).to_have_count(0)

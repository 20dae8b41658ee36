"""Journey: a frailty virtual-ward admission that deteriorates overnight and is escalated to a named person."""

import re

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import places_with, takes_a_call
from tests.journeys.stage.visitor import Visitor

NIGHT, WARD = "Single point of access", "Frailty virtual ward"
STAY = re.compile(r"/virtual-wards/([0-9a-f-]{36})/")
WELL = {"Breaths": "17", "Oxygen saturation": "96", "Systolic": "126", "Pulse": "84", "Temperature": "37.2"}
WORSE = {"Breaths": "26", "Oxygen saturation": "91", "Systolic": "98", "Pulse": "122", "Temperature": "38.9"}


def test_somebody_at_home_gets_worse_overnight_and_a_named_person_has_it(cast: Cast, person: InNeed) -> None:
    asha, ruth, bea, grace = cast("asha"), cast("ruth", device="phone"), cast("bea", device="phone"), cast("grace")
    given_a_team_has_the_need(asha, ruth, person)
    stay = when_she_steps_up_to_the_ward_without_a_new_referral(ruth, person)
    then_the_nurse_takes_the_alerts_by_name(bea)
    when_the_first_whole_set_is_calm(bea, stay)
    and_a_partial_set_is_no_score(bea, stay)
    when_the_person_gets_worse(bea, stay)
    alert = then_named_people_are_told_and_it_is_loud_on_every_page(bea, grace, stay)
    when_the_named_person_takes_it_and_says_what_was_done(alert, stay, person)
    then_the_night_is_written_down(bea, stay)


def test_the_consultant_reviews_and_the_list_says_who_is_first(cast: Cast) -> None:
    ngozi = cast("ngozi")
    ngozi.opens("/virtual-wards/")
    expect(ngozi.page.locator(".hw-bed").first).to_contain_text("Look now")
    ngozi.sees("Not being monitored")
    ngozi.pictures("virtual-ward")
    ngozi.leaves_by(ngozi.page.locator(".hw-bed").filter(has_text="Senior review by").first.get_by_role("link"))
    ngozi.follows("Senior daily review")
    ngozi.types("What you found, and what is to be done until tomorrow", "Sepsis is possible. Blood tests and fluids at home now.")
    ngozi.presses("Keep the review")
    ngozi.sees("Reviewed. The next is due in a day.")
    ngozi.pictures("virtual-ward-person")
    ngozi.opens("/virtual-wards/alarms/")
    ngozi.sees("alerts for each patient-day")


def given_a_team_has_the_need(asha: Visitor, ruth: Visitor, person: InNeed) -> None:
    referral = takes_a_call(asha, person, need="A fall", words="Fell twice, feverish and off her food since yesterday.")
    places_with(asha, referral, "Urgent community response")
    ruth.opens("/?kind=need")
    row = ruth.page.locator(".hw-person").filter(has_text=person.name)
    ruth.presses("Accept", within=row)


def when_she_steps_up_to_the_ward_without_a_new_referral(ruth: Visitor, person: InNeed) -> str:
    ruth.opens("/virtual-wards/join/")
    ruth.follows(person.name)
    with ruth.expecting(422):
        ruth.presses("Let them join")
    ruth.sees("There is a problem")
    ruth.ticks(WARD)
    for check in ruth.page.locator(".nhsuk-checkboxes__input").all():
        check.check()
    ruth.types("Senior clinician who agreed", "Dr Ngozi Adeyemi")
    ruth.presses("Let them join")
    ruth.sees("They have joined the frailty virtual ward")
    found = STAY.search(ruth.page.url)
    assert found, ruth.page.url
    return found[1]


def then_the_nurse_takes_the_alerts_by_name(bea: Visitor) -> None:
    bea.opens("/virtual-wards/duty/")
    bea.presses("Alerts come to me")
    bea.sees("Alerts come to you by name now.")


def measures(visitor: Visitor, stay: str, signs: dict[str, str], *, awake: str) -> None:
    visitor.opens(f"/virtual-wards/{stay}/observe/")
    for words, value in signs.items():
        visitor.page.get_by_label(re.compile(f"^{words}")).fill(value)
    visitor.page.get_by_label("Air", exact=True).check()
    visitor.page.get_by_label(awake, exact=True).check()
    visitor.presses("Keep these observations")


def when_the_first_whole_set_is_calm(bea: Visitor, stay: str) -> None:
    measures(bea, stay, WELL, awake="Alert")
    bea.sees("NEWS2 0. The next whole set is due")


def and_a_partial_set_is_no_score(bea: Visitor, stay: str) -> None:
    measures(bea, stay, {name: value for name, value in WELL.items() if name != "Temperature"}, awake="Alert")
    bea.sees("There is no score: 1 sign was not measured.")
    bea.sees("No score: 1 missing")


def when_the_person_gets_worse(bea: Visitor, stay: str) -> None:
    measures(bea, stay, WORSE, awake="New confusion")
    bea.sees("The people named below have been told.")


def then_named_people_are_told_and_it_is_loud_on_every_page(bea: Visitor, grace: Visitor, stay: str) -> Visitor:
    """By day the ward's nurse on duty is told; by night, while the ward is closed, whoever holds the single point of access."""
    alert = bea.page.locator(".hw-alert--big")
    expect(alert).to_contain_text("Look now: score")
    expect(alert).to_contain_text("Nobody has it yet")
    told = alert.locator(".hw-telling").inner_text()
    assert ("Bea Mullen" in told) != (NIGHT in told), told
    named = bea if "Bea Mullen" in told else grace
    named.opens("/work/")
    expect(named.page.locator(".hw-unread")).to_contain_text("told to you")
    named.pictures("alert-on-every-page")
    return named


def when_the_named_person_takes_it_and_says_what_was_done(named: Visitor, stay: str, person: InNeed) -> None:
    named.follows("Open now")
    named.follows(person.name)
    mine = named.page.locator(".hw-alert--big")
    named.presses("I have this", within=mine)
    named.sees("You have this alert.")
    named.follows("Say what was done", within=named.page.locator(".hw-alert--big"))
    with named.expecting(422):
        named.presses("Answer the alert")
    named.sees("Choose what was done.")
    named.ticks("Somebody is going to see them now")
    named.types("What you found and did", "Rang: drowsy and hot. Night crew on the way, antibiotics to be given.")
    named.presses("Answer the alert")
    named.sees("The alert is answered.")


def then_the_night_is_written_down(bea: Visitor, stay: str) -> None:
    bea.opens(f"/virtual-wards/{stay}/")
    bea.sees("Alerts that have ended")
    bea.sees("somebody is going to see them now")
    expect(bea.page.locator(".hw-dot")).to_have_count(2)  # the partial set is not in the picture
    expect(bea.page.locator(".hw-partial")).to_have_count(1)

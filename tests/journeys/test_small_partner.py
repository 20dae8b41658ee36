"""Journey: a charity without accounts answers a need by a link, and a death stands where the team looks first."""

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import finds_on_the_board, offers_to, takes_a_call
from tests.journeys.stage.visitor import Visitor

TEAM = "Neighbourhood network link workers"


def test_a_charity_says_yes_by_a_link(cast: Cast, person: InNeed) -> None:
    asha, tom = cast("asha"), cast("tom")
    elsie = cast.stranger("Elsie of the charity", device="phone")
    referral = given_loneliness_is_offered_to_the_charity(asha, person)
    link = when_the_hub_makes_a_link(asha, referral)
    then_the_charity_reads_the_need_and_not_who(elsie, link, person)
    when_they_look_at_saying_no(elsie)
    then_yes_shows_who_it_is(elsie, person)
    then_the_hub_sees_their_answer(asha, referral)
    when_a_colleague_records_that_the_person_died(tom, person)
    then_it_stands_first_until_seen(asha, person)
    then_the_record_says_who_read_it_and_who_looked(asha, tom.page.url)
    then_the_link_shows_nobody_any_more(elsie, person)


def given_loneliness_is_offered_to_the_charity(asha: Visitor, person: InNeed) -> str:
    referral = takes_a_call(asha, person, need="Feeling alone", words="Nobody to talk to since her sister died")
    asha.ticks("Planned")
    asha.presses("Decide and go on")
    offers_to(asha, TEAM)
    asha.sees("Offered. The team owns it now")
    return referral


def when_the_hub_makes_a_link(asha: Visitor, referral: str) -> str:
    asha.opens(f"/hub/{referral}/")
    asha.follows("Give them a link to answer by")
    asha.types("Who is it for?", "Elsie Marsh")
    asha.presses("Make the link")
    asha.sees("The link is ready")
    return asha.page.locator("#new-link").inner_text()


def then_the_charity_reads_the_need_and_not_who(elsie: Visitor, link: str, person: InNeed) -> None:
    elsie.opens(link)
    elsie.presses("Continue")
    elsie.sees("What you are asked to do")
    elsie.sees("Nobody to talk to since her sister died")
    elsie.does_not_see(person.family)


def when_they_look_at_saying_no(elsie: Visitor) -> None:
    elsie.follows("Somebody else is better placed")
    with elsie.expecting(422):
        elsie.presses("Pass it on")
    elsie.sees("Choose a reason.")
    elsie.follows("Cancel")
    elsie.follows("We have no room")
    elsie.follows("Cancel")


def then_yes_shows_who_it_is(elsie: Visitor, person: InNeed) -> None:
    elsie.presses("Yes, we will do this")
    elsie.sees("It is yours now")
    elsie.sees(person.name)


def then_the_hub_sees_their_answer(asha: Visitor, referral: str) -> None:
    asha.opens(f"/hub/{referral}/")
    asha.sees(f"Accepted by {TEAM}.")


def when_a_colleague_records_that_the_person_died(tom: Visitor, person: InNeed) -> None:
    finds_on_the_board(tom, person)
    tom.follows(person.name)
    tom.follows("Record that they have died")
    today = tom.page.evaluate("new Date().toLocaleDateString('en-GB', {timeZone: 'Europe/London'})")
    tom.types("Date of death", today.replace("/", " "))
    tom.page.get_by_label("Who told you").select_option(index=1)
    tom.ticks("I have checked that this is the right person")
    tom.presses("Record the death")


def then_it_stands_first_until_seen(asha: Visitor, person: InNeed) -> None:
    asha.opens("/hub/")
    notice = asha.page.locator(".hw-told-one").filter(has_text=person.name)
    expect(notice).to_contain_text("Do not ring or visit about this.")
    asha.opens("/")
    asha.sees("Please read first")
    asha.opens("/notices/")
    asha.presses("Seen", within=asha.page.locator(".hw-told-one").filter(has_text=person.name))
    asha.sees("Marked as seen by your team")
    expect(asha.page.locator(".hw-told-one").filter(has_text=person.name)).to_have_count(0)


def then_the_record_says_who_read_it_and_who_looked(asha: Visitor, tom_page: str) -> None:
    asha.opens(tom_page)
    asha.sees("What teams were told")
    asha.follows("Everyone who looked")
    asha.is_on("Who looked")
    asha.follows("What our own team opened")
    asha.is_on("What our team opened")


def then_the_link_shows_nobody_any_more(elsie: Visitor, person: InNeed) -> None:
    elsie.opens("/track/")
    elsie.does_not_see(person.family)

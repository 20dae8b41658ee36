"""Journey: a nurse plans a visit and the citizen finds the message; a partner refuses a referral and a coordinator sends it again."""

import json
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from homeward.exchange.tests.fake_partner import Answer, fake_partner, outcome
from homeward.foundation.moments import london_day
from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.house import House
from tests.journeys.stage.steps import offers_to, places_with, takes_a_call, triages_for_two_hours
from tests.journeys.stage.visitor import Visitor

TEAM, PARTNER = "Urgent community response", "Specialist palliative urgent response"
FOLLOWED = re.compile(r"/track/([0-9a-f-]{36})/")
WITHIN = 90.0  # seconds in which the worker has surely looked


def test_a_nurse_plans_a_visit_and_the_citizen_finds_the_message(cast: Cast) -> None:
    citizen, asha, ruth = cast("citizen", device="phone"), cast("asha"), cast("ruth", device="phone")
    referral = given_the_citizen_asked_for_help(citizen)
    when_a_team_accepted_it(asha, ruth, citizen, referral)
    when_the_nurse_plans_a_visit(ruth, referral)
    then_the_citizen_finds_what_was_written(citizen)
    then_the_coordinator_sees_how_it_goes(asha, citizen)


def test_a_partner_that_refuses_ends_before_a_coordinator_who_sends_it_again(
    cast: Cast, house: House, person: InNeed
) -> None:
    asha = cast("asha")
    with fake_partner() as partner:
        partner.answers.append(
            Answer(
                status=422,
                body=outcome("value", "We do not know this practice.", element="Patient.generalPractitioner"),
            )
        )
        (house.data / "partners.json").write_text(json.dumps({"hospice-system": {"address": partner.url}}))
        try:
            when_a_referral_is_placed_with_the_partner(asha, person)
            then_it_lies_among_what_could_not_be_sent(asha, person)
            when_she_sends_it_again(asha)
            then_the_partner_has_it(asha)
        finally:
            (house.data / "partners.json").unlink()
        assert len(partner.asked) == 2
        assert partner.asked[0].body == partner.asked[1].body


def test_a_number_that_would_be_dangerous_is_never_used(cast: Cast, person: InNeed) -> None:
    asha = cast("asha")
    takes_a_call(asha, person, need="A fall", words="Slipped in the bath.")
    asha.opens(f"/people/?q={person.family}")
    asha.follows(person.name)
    asha.opens(asha.page.url.replace("/people/", "/exchange/person/"))
    asha.is_on(f"Contacting {person.name}")
    asha.unfolds("Using a number or address would be dangerous")
    with asha.expecting(422):
        asha.presses("Mark as dangerous")
    asha.sees("There is a problem")
    asha.page.get_by_label("What must not be used?").select_option("way:sms")
    asha.types("Why?", "Somebody else reads it")
    asha.presses("Mark as dangerous")
    asha.sees("Every text message: Somebody else reads it")
    asha.pictures("contacting")


def test_nothing_is_sent_once_somebody_has_died(cast: Cast, person: InNeed) -> None:
    asha = cast("asha")
    address = given_a_message_would_reach_them(asha, person)
    when_their_death_is_recorded(asha, address)
    then_nothing_can_be_sent_and_what_waited_says_why(asha, address, person)


def test_what_waits_for_a_dangerous_number_is_stopped(cast: Cast, person: InNeed) -> None:
    asha = cast("asha")
    address = given_a_message_would_reach_them(asha, person)
    when_every_way_is_marked_as_dangerous(asha, address)
    then_another_message_goes_nowhere_and_says_so(asha, address)


def given_the_citizen_asked_for_help(citizen: Visitor) -> str:
    before = followed(citizen)
    citizen.opens("/me/")
    citizen.follows("Ask for help")
    citizen.ticks("A fall")
    citizen.types("Tell us what has happened", "I slipped in the kitchen.")
    citizen.types("What matters most to you?", "To stay in my own home")
    citizen.types("What number can we ring you on?", "0121 496 0155")
    citizen.presses("Send my request")
    citizen.sees("We have it")
    (mine,) = followed(citizen) - before
    return mine


def followed(citizen: Visitor) -> set[str]:
    """The requests that the citizen can follow."""
    citizen.opens("/me/referrals/")
    return set(FOLLOWED.findall(citizen.page.content()))


def when_a_team_accepted_it(asha: Visitor, ruth: Visitor, citizen: Visitor, referral: str) -> None:
    places_with(asha, referral, TEAM)
    ruth.opens("/work/?kind=need")
    ruth.presses("Accept", within=ruth.page.locator(f'form[action*="{referral}"]'))


def when_the_nurse_plans_a_visit(ruth: Visitor, referral: str) -> None:
    ruth.opens(f"/care/{referral}/visit/")
    ruth.is_on("Plan a visit")
    day = london_day(datetime.now(UTC)) + timedelta(days=2)
    ruth.page.get_by_label("Which day?").select_option(day.isoformat())
    ruth.types("At what time?", "14:00")
    ruth.types("What for?", "Look at the frame")
    ruth.presses("Plan the visit")
    ruth.sees("The visit is planned.")


def then_the_citizen_finds_what_was_written(citizen: Visitor) -> None:
    citizen.opens("/me/messages/")
    citizen.sees("We have your request")
    citizen.sees("Somebody will see you")
    citizen.sees("at 2pm")
    citizen.pictures("my-messages")


def then_the_coordinator_sees_how_it_goes(asha: Visitor, citizen: Visitor) -> None:
    asha.opens("/exchange/?show=waiting")
    asha.opens("/exchange/?show=sent")
    asha.is_on("Messages that went out")
    asha.pictures("messages-that-went-out")


def when_a_referral_is_placed_with_the_partner(asha: Visitor, person: InNeed) -> None:
    takes_a_call(asha, person, need="A crisis near the end of life", words="In pain since noon.")
    triages_for_two_hours(asha)
    offers_to(asha, PARTNER)
    asha.sees("Offered. The team owns it now")


def then_it_lies_among_what_could_not_be_sent(asha: Visitor, person: InNeed) -> None:
    row = asha.page.locator(".hw-board tbody tr").filter(has_text=person.name)
    until(lambda: asha.opens("/exchange/?channel=bars"), lambda: row.count() == 1)
    asha.sees("We do not know this practice.")
    asha.follows("Referral of", within=row)
    asha.sees("Patient.generalPractitioner")
    asha.pictures("could-not-be-sent")


def when_she_sends_it_again(asha: Visitor) -> None:
    asha.presses("Try again")
    asha.sees("It will be sent again now.")


def then_the_partner_has_it(asha: Visitor) -> None:
    address = asha.page.url
    until(lambda: asha.opens(address), lambda: asha.page.get_by_text("The partner’s system has it.").count() == 1)


def until(looks: Callable[[], None], holds: Callable[[], bool]) -> None:
    """Looks again until it holds: what happens in the background has its time."""
    began = time.monotonic()
    looks()
    while not holds():
        assert time.monotonic() - began < WITHIN
        time.sleep(1)
        looks()


def given_a_message_would_reach_them(asha: Visitor, person: InNeed) -> str:
    """The address of the page on how they are contacted."""
    takes_a_call(asha, person, need="A fall", words="Slipped in the bath.", phone="07700 900124")
    asha.opens(f"/people/?q={person.family}")
    asha.follows(person.name)
    address = asha.page.url.replace("/people/", "/exchange/person/")
    asha.opens(address)
    asha.sees("The next message goes by")
    asha.presses("Send it")
    asha.sees("It goes at the next decent hour")
    return address


def when_their_death_is_recorded(asha: Visitor, address: str) -> None:
    asha.opens(address.replace("/exchange/person/", "/people/"))
    asha.follows("Record that they have died")
    asha.types("Date of death", f"{london_day(datetime.now(UTC)):%d %m %Y}")
    asha.page.get_by_label("Who told you").select_option("family")
    asha.ticks("I have checked that this is the right person")
    asha.presses("Record the death")


def then_nothing_can_be_sent_and_what_waited_says_why(asha: Visitor, address: str, person: InNeed) -> None:
    asha.opens(address)
    asha.sees("This person has died. Nothing is sent to them.")
    assert asha.page.get_by_role("button", name="Send it").count() == 0
    states = asha.page.locator(".hw-board tbody tr td:nth-child(3)").all_inner_texts()
    assert states and all("The person has died." in each or "Sent" in each for each in states), states
    asha.pictures("contacting-somebody-who-has-died")


def when_every_way_is_marked_as_dangerous(asha: Visitor, address: str) -> None:
    for way in asha.page.locator("select[name=what] option[value^=way]").evaluate_all("all => all.map(each => each.value)"):
        asha.unfolds("Using a number or address would be dangerous")
        asha.page.get_by_label("What must not be used?").select_option(way)
        asha.types("Why?", "Somebody else reads it")
        asha.presses("Mark as dangerous")
        asha.sees("what waited for it is stopped")


def then_another_message_goes_nowhere_and_says_so(asha: Visitor, address: str) -> None:
    asha.opens(address)
    asha.sees("marked as dangerous for this person")
    asha.presses("Send it")
    asha.sees("Not sent. Using the ways we know", within=".hw-refused")
    asha.sees("marked as dangerous for this person", within=".hw-board")
    asha.pictures("contacting-nowhere")

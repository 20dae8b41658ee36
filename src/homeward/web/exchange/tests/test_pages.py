"""Does a coordinator find what could not be sent, and deal with it; does a nurse mark a number as dangerous?"""

from dataclasses import replace
from uuid import UUID

import pytest

from homeward.access.api import system
from homeward.exchange.api import Outgoing, subscribe, unsubscribe
from homeward.exchange.tests.arranging import Told, delivered, outbox, refusal
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def stuck() -> Outgoing:
    person = hub.person(phone="07700 900123", email="ivy@example.org")
    hub.received(person_id=person)
    delivered(MORNING, Told(refusal("The number is not in use.", "phone_number")))
    return outbox(person, MORNING)[0]


def the(message: Outgoing) -> Outgoing:
    assert message.person_id is not None
    return next(each for each in outbox(message.person_id, MORNING) if each.id == message.id)


def test_what_is_stuck_is_found_and_sent_again() -> None:
    message, page = stuck(), browser()
    assert "Nothing is stuck" not in text(page.get("/exchange/"))
    found = text(page.get("/exchange/"))
    assert "We have your request" in found
    assert "The number is not in use." in found
    one = text(page.get(f"/exchange/{message.id}/"))
    assert "phone_number" in one
    assert "Ivy Cole" in one
    assert page.post(f"/exchange/{message.id}/again/").status_code == 302
    assert the(message).state == "queued"
    assert "Waiting to go" in text(page.get("/exchange/?show=waiting&channel=sms"))
    delivered(hub.after(11))
    assert "Sent" in text(page.get("/exchange/?show=sent"))


def test_giving_up_asks_what_was_done_instead() -> None:
    message, page = stuck(), browser()
    wrong = page.post(f"/exchange/{message.id}/give-up/", {"reason": ""})
    assert wrong.status_code == 422
    assert "Say why" in text(wrong)
    page.post(f"/exchange/{message.id}/give-up/", {"reason": "Rang her daughter"})
    assert "Rang her daughter" in text(page.get("/exchange/?show=stopped"))
    assert "Nothing is stuck" in text(page.get("/exchange/"))


def test_another_team_sees_nothing_of_it() -> None:
    message, other = stuck(), browser(hub.coordinator(team="hub-west"))
    assert "Nothing is stuck" in text(other.get("/exchange/"))
    assert browser(hub.lead(team="ucr-west")).get(f"/exchange/{message.id}/").status_code == 403
    other.post(f"/exchange/{message.id}/again/")
    assert the(message).state == "dead"
    assert other.get(f"/exchange/{UUID(int=7)}/").status_code == 404


def test_a_number_is_marked_as_dangerous_and_safe_again() -> None:
    message, page = stuck(), browser()
    address = f"/exchange/person/{message.person_id}/"
    assert "The next message goes by text message" in text(page.get(address))
    assert page.post(f"{address}danger/", {"what": "", "reason": ""}).status_code == 422
    page.post(f"{address}danger/", {"what": "value:07700 900123", "reason": "Her husband reads it"})
    marked = text(page.get(address))
    assert "goes by email" in marked
    assert "Her husband reads it" in marked
    rule = marked.split("/safe/")[1].split("/")[0]
    page.post(f"{address}safe/{rule}/")
    assert "goes by text message" in text(page.get(address))
    page.post(f"{address}wish/", {"way": "letter"})
    page.post(f"{address}wish/", {"way": "email"})
    assert "goes by email" in text(page.get(address))


def test_a_message_is_sent_by_hand_once() -> None:
    person, page = hub.person(phone="07700 900123"), browser()
    address = f"/exchange/person/{person}/"
    for _ in range(2):
        assert page.post(f"{address}send/", {"template": "please-ring", "key": "k1"}).status_code == 302
    assert [each.kind for each in outbox(person, MORNING)] == ["please-ring"]
    assert "Please ring us" in text(page.get(address))
    assert page.post(f"{address}send/", {"template": "", "key": "k2"}).status_code == 422


def test_the_keeper_of_the_place_sees_which_systems_are_told_and_switches_one_on() -> None:
    client = replace(system("demo"), kind="partner", name="Hospital record", organisation="uhb", role="partner-system")
    made = subscribe(criteria="Observation", endpoint="https://partner.example/hook", by=client, at=MORNING)
    unsubscribe(subscription_id=made.id, by=client, at=MORNING)
    keeper = browser(staff(role="place-owner", organisation="bsol-icb", teams=("place-office",)))
    assert "partner.example" in text(keeper.get("/exchange/subscriptions/"))
    assert keeper.post(f"/exchange/subscriptions/{made.id}/switch/").status_code == 302
    assert "Reaches them" in text(keeper.get("/exchange/subscriptions/"))
    assert browser().get("/exchange/subscriptions/").status_code == 403

"""Does a message become one referral in the hub, with its person, need, priority and sender?"""

import hashlib

import pytest

from homeward.access.api import gate
from homeward.fhir.models import KeptMessage, Receipt
from homeward.fhir.tests.messages import encoded, fall
from homeward.fhir.tests.partner import NOON, partner
from homeward.referrals.api import ServiceRequest

pytestmark = pytest.mark.django_db

AMBULANCE = "West Midlands Ambulance Service University NHS Foundation Trust"  # as the place declares RYA


def the_referral() -> ServiceRequest:
    with gate.job("bench", at=NOON):
        return ServiceRequest.objects.get()


def test_a_message_becomes_a_referral() -> None:
    response = partner().send(fall())
    assert response.status_code == 200, response.content
    referral = the_referral()
    assert referral.need_words.startswith("Fell at home, no injury seen, cannot get up alone")
    assert (referral.source, referral.state) == ("bars", "received")
    assert (referral.requester_name, referral.requester_phone) == ("Sam Okoro", "0121 496 0001")
    assert "Door left open at night" in referral.risk_words
    assert referral.access_needs == "Speak slowly, hard of hearing"
    assert referral.language_code == "ur"
    assert referral.owner_team_id
    assert referral.requester_organisation == AMBULANCE


def test_a_system_that_sends_for_another_organisation_is_named_beside_it() -> None:
    partner(name="Message broker").send(fall())
    assert the_referral().requester_organisation == f"{AMBULANCE}, sent by Message broker"


def test_the_message_is_kept_as_it_came() -> None:
    body = encoded(fall())
    partner().send(body)
    with gate.job("bench", at=NOON):
        kept = KeptMessage.objects.get()
    assert kept.received.encode() == body
    assert kept.sha256 == hashlib.sha256(body).hexdigest()
    assert Receipt.objects.get().referral_id == kept.referral_id
    assert KeptMessage.objects.count() == 0  # without the gate nobody reads it

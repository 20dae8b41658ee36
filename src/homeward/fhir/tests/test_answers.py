"""Is a partner's answer to a referral that we sent kept beside the need, once, and only from whom we asked?"""

import json
import uuid
from typing import Any

import pytest

from homeward.directory.api import place
from homeward.exchange.tests.arranging import delivered, outbox
from homeward.exchange.tests.test_bars import PARTNER_TEAM, placed_there
from homeward.fhir.tests.partner import outcome, partner
from homeward.referrals.api import detail
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING, after

pytestmark = pytest.mark.django_db


def answer(asked: dict[str, Any], *, case: str = "cancelled", **changes: Any) -> dict[str, Any]:
    """What the receiver of our message sends back, in the shape of the published short response."""
    request = next(each["resource"] for each in asked["entry"] if each["resource"]["resourceType"] == "ServiceRequest")
    patient = {"resourceType": "Patient", "name": [{"family": "Khan"}]}
    header = {
        "resourceType": "MessageHeader", "eventCoding": asked["entry"][0]["resource"]["eventCoding"] | {"code": "servicerequest-response"},
        "sender": {"reference": "urn:uuid:00000000-0000-4000-8000-0000000000b1"}, "source": {"name": "Theirs", "endpoint": "https://theirs.example"},
        "reason": {"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-reason-bars", "code": "new"}]},
        "response": {"identifier": asked["id"], "code": "ok", **changes}, "focus": [{"reference": "urn:uuid:00000000-0000-4000-8000-0000000000a1"}],
    }  # fmt: skip
    theirs = {**request, "subject": {"reference": "urn:uuid:00000000-0000-4000-8000-0000000000c1"}}
    for gone in ("encounter", "requester", "note"):
        theirs.pop(gone, None)
    encounter = {
        "resourceType": "Encounter", "status": case, "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "VR"},
        "reasonCode": [{"text": "No crew is free before six."}],
    }  # fmt: skip
    entries = {
        "d1": header,
        "a1": theirs,
        "c1": patient,
        "e1": encounter,
        "b1": {"resourceType": "Organization", "name": "Theirs"},
    }
    return {
        "resourceType": "Bundle", "id": str(uuid.uuid4()), "type": "message", "timestamp": "2026-03-27T10:00:00+00:00",
        "entry": [{"fullUrl": f"urn:uuid:00000000-0000-4000-8000-0000000000{id}", "resource": each} for id, each in entries.items()],
    }  # fmt: skip


@pytest.mark.hazard(
    "HZ-S71-41",
    hazard="A partner says no to a referral that was sent on, and nobody here knows.",
    control="The answer is matched to what was sent, kept with it, and noted with the need, which keeps its owner.",
)
def test_a_no_is_noted_with_the_need_and_with_what_was_sent() -> None:
    referral = placed_there()
    delivered(after(5))
    (row,) = [each for each in outbox(referral.person_id, MORNING) if each.channel == "bars"]
    said = answer(json.loads(row.payload))
    theirs = partner("system/$process-message", organisation=place().teams[PARTNER_TEAM].organisation)
    first = theirs.send(said)
    assert first.status_code == 200, first.content
    assert theirs.send(said).content == first.content
    (row,) = [each for each in outbox(referral.person_id, MORNING) if each.channel == "bars"]
    assert "it will not take this on: No crew is free before six." in row.state_words
    found = detail(referral.id, by=hub.coordinator(), at=after(60 * 24 * 400))
    told = json.dumps(found, default=str)
    assert told.count("it will not take this on") >= 1
    assert found.row.owner_team == PARTNER_TEAM or PARTNER_TEAM in told  # it moves to nobody by itself


def test_nobody_else_answers_for_them() -> None:
    referral = placed_there()
    delivered(after(5))
    (row,) = [each for each in outbox(referral.person_id, MORNING) if each.channel == "bars"]
    stranger = partner("system/$process-message", name="999")
    refused = stranger.send(answer(json.loads(row.payload)))
    assert (refused.status_code, outcome(refused)["expression"]) == (
        422,
        ["Bundle.entry[0].resource.response.identifier"],
    )

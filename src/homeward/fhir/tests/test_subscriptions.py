"""May a partner's system ask to be told of changes, see and end what it asked for, and is it told what is wrong?"""

import json
from typing import Any
from uuid import UUID

import pytest

from homeward.fhir.resources.for_subscribers import resource_for
from homeward.fhir.tests.partner import outcome, partner
from homeward.fhir.tests.test_records_api import ADA, pressure, system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate

pytestmark = pytest.mark.django_db
ASKED: dict[str, Any] = {
    "resourceType": "Subscription",
    "status": "requested",
    "reason": "Our ward wants to know",
    "criteria": "Observation",
    "channel": {"type": "rest-hook", "endpoint": "https://ward.example/hook", "payload": "application/fhir+json"},
}


def test_made_read_listed_and_ended() -> None:
    ward = system()
    made = ward.post("Subscription", ASKED)
    assert made.status_code == 201, made.content
    tree = json.loads(made.content)
    assert isinstance(validate(made.content), Resource), validate(made.content)
    assert (tree["status"], tree["criteria"], tree["channel"]) == ("active", "Observation", ASKED["channel"])
    assert json.loads(ward.get("Subscription").content)["total"] == 1
    stranger = system("Another")
    assert stranger.get(f"Subscription/{tree['id']}").status_code == 404
    gone = ward.client.delete(f"/fhir/R4/Subscription/{tree['id']}", headers={"Authorization": f"Bearer {ward.token}"})
    assert (gone.status_code, gone.content) == (204, b"")
    assert ward.get(f"Subscription/{tree['id']}").status_code == 404


@pytest.mark.parametrize(
    ("change", "element"),
    [
        ({"channel": {"type": "email", "endpoint": "mailto:a@ward.example"}}, "Subscription.channel.type"),
        ({"criteria": "Nonsense?x=1"}, "Subscription.criteria"),
        ({"channel": {"type": "rest-hook", "endpoint": "http://127.0.0.1/x"}}, "Subscription.channel.endpoint"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, Any], element: str) -> None:
    refused = system().post("Subscription", {**ASKED, **change})
    assert (refused.status_code, outcome(refused)["expression"]) == (422, [element])


def test_a_subscriber_is_given_what_its_own_system_may_read() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    measured = json.loads(ward.post("Observation", pressure(person)).content)
    subscription = UUID(json.loads(ward.post("Subscription", ASKED).content)["id"])
    assert json.loads(resource_for(subscription, "Observation", UUID(measured["id"])) or "") == measured
    assert resource_for(subscription, "Observation", UUID(int=5)) is None
    assert partner("system/Observation.rs", name="Reader").post("Subscription", ASKED).status_code == 403

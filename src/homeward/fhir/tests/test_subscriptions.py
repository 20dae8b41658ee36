"""May a partner's system ask to be told of changes, see and end what it asked for, and is it told what is wrong?"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.fhir.resources.for_subscribers import resource_for
from homeward.fhir.tests.partner import outcome, partner
from homeward.fhir.tests.test_records_api import ADA, pressure, system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.monitoring.tests.arranging import on_the_ward, seen
from homeward.plans.tests.arranging import visited

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


@pytest.mark.parametrize("asked", ["status=off", "_has:Observation:patient:code=x", "_count=1", "_sort=nonsense", "nonsense=1"])
def test_a_list_that_nothing_narrows_says_so(asked: str) -> None:
    heard = system().get(f"Subscription?{asked}")
    issue = json.loads(heard.content)["issue"][0]
    assert (heard.status_code, issue["expression"]) == (400, [asked.partition("=")[0]])
    assert system("Another").get("Subscription?_format=json").status_code == 200


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


def test_what_was_measured_and_answered_here_is_read_whole_for_a_subscriber() -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    ward, total = system(), seen(stay, at=taken).set_id
    subscription = UUID(json.loads(ward.post("Subscription", ASKED).content)["id"])
    told = json.loads(resource_for(subscription, "Observation", total) or "")
    asked = json.loads(ward.get(f"Observation/{total}").content)
    assert {**told, "code": 0, "meta": 0} == {**asked, "code": 0, "meta": 0} and told["valueQuantity"]["value"] == 0
    assert {"system": "http://snomed.info/sct", "code": "1104051000000101"} in told["code"]["coding"]
    person = visited()
    (form,) = json.loads(ward.get(f"QuestionnaireResponse?patient={person}").content)["entry"]
    answered = json.loads(resource_for(subscription, "QuestionnaireResponse", UUID(form["resource"]["id"])) or "")
    assert answered["item"] == form["resource"]["item"]
    assert answered["questionnaire"].endswith("/fhir/R4/Questionnaire/form-first-visit")

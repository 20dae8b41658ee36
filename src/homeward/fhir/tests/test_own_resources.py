"""Are our own referrals, episodes, tasks and visits shown as sound FHIR, and does a posted ServiceRequest reach the hub?"""

import json
from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.fhir.tests.partner import NOON, outcome
from homeward.fhir.tests.test_records_api import ADA, NHS, pressure, system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate
from homeward.people.api import merge
from homeward.people.tests.support import house
from homeward.referrals.api import ServiceRequest

pytestmark = pytest.mark.django_db
REFERRAL: dict[str, Any] = {
    "resourceType": "ServiceRequest",
    "identifier": [{"system": "https://ward.example/requests", "value": "77"}],
    "status": "active",
    "intent": "order",
    "priority": "urgent",
    "category": [{"coding": [{"system": "http://snomed.info/sct", "code": "3457005"}]}],
    "code": {"text": "Help to wash and dress after a fall"},
    "requester": {"display": "Sam Okoro"},
    "note": [{"text": "Lives alone"}],
}


def referred(**changes: Any) -> tuple[Any, str, dict[str, Any]]:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    sent = {**REFERRAL, "subject": {"reference": f"Patient/{person}"}, **changes}
    return ward, person, sent


def test_a_posted_request_is_a_referral_and_reads_as_it_was_sent() -> None:
    ward, person, sent = referred()
    made = ward.post("ServiceRequest", sent)
    assert made.status_code == 201, made.content
    tree = json.loads(made.content)
    assert isinstance(validate(made.content), Resource), validate(made.content)
    assert {name: value for name, value in tree.items() if name not in ("id", "meta")} == sent
    with gate.job("bench", at=NOON):
        referral = ServiceRequest.objects.get(id=tree["id"])
        assert (str(referral.person_id), referral.source, referral.requester_name) == (person, "bars", "Sam Okoro")
        assert "Lives alone" in referral.need_words
    again = ward.post("ServiceRequest", sent)
    assert (again.status_code, json.loads(again.content)["id"]) == (200, tree["id"])
    for query in (
        f"patient={person}",
        f"_id={tree['id']}",
        "identifier=77",
        f"patient.identifier={NHS}|9990000018&status=active",
    ):
        found = json.loads(ward.get(f"ServiceRequest?{query}").content)
        assert [each["resource"]["id"] for each in found["entry"]] == [tree["id"]], query


def test_its_sender_withdraws_it_and_nobody_else() -> None:
    ward, _, sent = referred()
    tree = json.loads(ward.post("ServiceRequest", sent).content)
    stranger = system("Somebody else").put(f"ServiceRequest/{tree['id']}", {**tree, "status": "revoked"})
    assert stranger.status_code == 403
    gone = ward.put(f"ServiceRequest/{tree['id']}", {**tree, "status": "revoked"}, **{"If-Match": 'W/"1"'})
    assert gone.status_code == 200, gone.content
    assert json.loads(gone.content)["status"] == "revoked"
    history = json.loads(ward.get(f"ServiceRequest/{tree['id']}/_history").content)
    assert [each["resource"]["status"] for each in history["entry"]] == ["revoked", "active"]
    before = ward.get(f"ServiceRequest/{tree['id']}/_history/1")
    assert json.loads(before.content)["status"] == "active"


def test_an_order_for_a_scan_is_kept_and_is_no_referral() -> None:
    ward, person, sent = referred(category=[{"coding": [{"system": "http://snomed.info/sct", "code": "363679005"}]}])
    made = ward.post("ServiceRequest", sent)
    assert made.status_code == 201
    with gate.job("bench", at=NOON):
        assert not ServiceRequest.objects.filter(person_id=person).exists()
    changed = ward.put(
        f"ServiceRequest/{json.loads(made.content)['id']}", {**json.loads(made.content), "status": "completed"}
    )
    assert (changed.status_code, changed["ETag"]) == (200, 'W/"2"')


def test_one_identifier_is_not_one_request_of_two_people() -> None:
    ward, _, sent = referred()
    ward.post("ServiceRequest", sent)
    other = {**ADA, "identifier": [], "name": [{"family": "Hall", "given": ["Ivy"]}]}
    other.pop("identifier")
    ivy = json.loads(ward.post("Patient", other).content)["id"]
    clash = ward.post("ServiceRequest", {**sent, "subject": {"reference": f"Patient/{ivy}"}})
    assert (clash.status_code, outcome(clash)["expression"]) == (409, ["ServiceRequest.identifier"])


def test_patients_are_who_they_are_to_every_system() -> None:
    ward, person, _ = referred()
    hospital = system("Hospital")
    told = {
        **ADA,
        "name": [{"family": "Brook", "given": ["A."]}],
        "telecom": [{"system": "phone", "value": "0121 496 0000"}],
    }
    assert hospital.post("Patient", told).status_code in (200, 201)
    assert json.loads(ward.get(f"Patient/{person}").content)["maritalStatus"] == {"text": "Widowed"}
    assert json.loads(hospital.get(f"Patient?identifier={NHS}|9990000018").content)["total"] >= 1
    matched = hospital.post(
        "Patient/$match", {"resourceType": "Parameters", "parameter": [{"name": "resource", "resource": ADA}]}
    )
    best = json.loads(matched.content)["entry"][0]
    assert best["resource"]["id"] == person
    assert best["search"]["extension"][0]["valueCode"] == "certain"


def test_an_id_that_leads_on_says_to_whom() -> None:
    ward, person, _ = referred()
    other = {
        **ADA,
        "identifier": [{"system": "https://other.example/id", "value": "O-1"}],
        "name": [{"family": "Brooke", "given": ["Ada"]}],
    }
    lost = json.loads(ward.post("Patient", other).content)["id"]
    ward.post("Observation", pressure(lost))
    merge(keep=UUID(person), lose=UUID(lost), reason="The same date of birth and address", by=house(), at=NOON)
    led_on = json.loads(ward.get(f"Patient/{lost}").content)
    assert led_on["link"] == [{"other": {"reference": f"Patient/{person}"}, "type": "replaced-by"}]
    assert led_on["active"] is False
    for whose in (person, lost):
        assert json.loads(ward.get(f"Observation?patient={whose}").content)["total"] == 1
    assert ward.post("Observation", pressure(lost)).status_code == 201
    assert json.loads(ward.get(f"Observation?patient={person}").content)["total"] == 2

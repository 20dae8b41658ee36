"""Is a transaction done whole or not at all, with its references pointing home, and a batch entry by entry?"""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.fhir.tests.counting import rows
from homeward.fhir.tests.test_records_api import ADA, NHS, pressure, system
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate

pytestmark = pytest.mark.django_db


def bundle(kind: str, *entries: dict[str, Any]) -> dict[str, Any]:
    return {"resourceType": "Bundle", "type": kind, **({"entry": list(entries)} if entries else {})}


def posting(full_url: str, resource: Any, **request: str) -> dict[str, Any]:
    tree = json.loads(resource) if isinstance(resource, str) else resource
    named = {"fullUrl": full_url} if full_url else {}
    return {**named, "resource": tree, "request": {"method": "POST", "url": tree["resourceType"], **request}}


PERSON = "urn:uuid:0d5f2f4e-6a3b-4a52-9f3c-00000000000a"
VISIT = "urn:uuid:0d5f2f4e-6a3b-4a52-9f3c-00000000000b"
DOCTOR = "urn:uuid:0d5f2f4e-6a3b-4a52-9f3c-00000000000c"
SEEN = {
    "resourceType": "Encounter",
    "status": "finished",
    "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"},
    "subject": {"reference": PERSON},
    "participant": [{"individual": {"reference": DOCTOR}}],
}


def measured(value: str = "12.50") -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(pressure("x", value))
    return {**tree, "subject": {"reference": PERSON}, "encounter": {"reference": VISIT}}


def whole() -> dict[str, Any]:
    return bundle(
        "transaction",
        posting("urn:uuid:0d5f2f4e-6a3b-4a52-9f3c-00000000000d", measured()),
        posting(VISIT, SEEN),
        posting(PERSON, ADA),
        posting(DOCTOR, {"resourceType": "Practitioner", "name": [{"family": "Okoro"}]}),
    )


def test_references_inside_a_transaction_point_home() -> None:
    ward = system()
    done = ward.post("", whole())
    assert done.status_code == 200, done.content
    assert isinstance(validate(done.content), Resource), validate(done.content)
    answers = json.loads(done.content)["entry"]
    assert [each["response"]["status"] for each in answers] == ["201 Created"] * 4
    where = [each["response"]["location"].split("/_history")[0] for each in answers]
    observation = json.loads(ward.get(where[0]).content)
    assert observation["subject"]["reference"] == where[2]
    assert observation["encounter"]["reference"] == where[1]
    assert json.loads(ward.get(where[1]).content)["participant"][0]["individual"]["reference"] == where[3]
    everything = json.loads(ward.get(f"{where[2]}/$everything").content)
    assert everything["total"] == 3


def about(reference: Any, number: int) -> dict[str, Any]:
    return posting("", {**json.loads(pressure("x", f"1{number}.50")), "subject": reference})


def test_a_long_transaction_asks_little_more_than_a_short_one_and_says_what_is_read() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    by_number = {"identifier": {"system": NHS, "value": "9990000018"}}
    by_id = {"reference": f"Patient/{person}"}
    asked = []
    for many in (2, 20):
        with CaptureQueriesContext(connection) as queries:
            done = ward.post("", bundle("transaction", *(about((by_id, by_number)[n % 2], n) for n in range(many))))
        assert done.status_code == 200, done.content
        asked.append(len(queries))
    assert asked[1] <= asked[0] + 2, asked
    assert sum(each["sql"].startswith("SAVEPOINT") for each in queries) == 1, "only the transaction of all of it"
    for answer in json.loads(done.content)["entry"]:
        found = ward.get(answer["response"]["location"].split("/_history")[0])
        meta = json.loads(found.content)["meta"]
        assert answer["response"]["etag"] == found["ETag"]
        assert answer["response"]["lastModified"] == meta["lastUpdated"]
        assert answer["response"]["location"].endswith(f"/_history/{meta['versionId']}")


def test_what_is_inside_a_resource_means_somebody_else_in_each() -> None:
    ward = system()
    other = {
        **ADA,
        "identifier": [{"system": NHS, "value": "9990000026"}],
        "name": [{"family": "Hill", "given": ["Bo"]}],
    }
    made = [json.loads(ward.post("Patient", each).content)["id"] for each in (ADA, other)]
    inside = [
        about({"reference": "#p"}, n)["resource"] | {"contained": [{"resourceType": "Patient", "id": "p", "identifier": each["identifier"][:1]}]}
        for n, each in enumerate((ADA, other))
    ]  # fmt: skip
    done = ward.post("", bundle("transaction", *(posting("", each) for each in inside)))
    assert done.status_code == 200, done.content
    for n, each in enumerate(json.loads(done.content)["entry"]):
        found = json.loads(ward.get(f"Observation?patient={made[n]}").content)
        assert [item["resource"]["id"] for item in found["entry"]] == [each["response"]["location"].split("/")[1]]


def test_a_transaction_that_fails_leaves_nothing() -> None:
    ward = system()
    before = rows()
    broken = whole()
    broken["entry"].append(posting("urn:uuid:0d5f2f4e-6a3b-4a52-9f3c-00000000000e", pressure("nobody")))
    refused = ward.post("", broken)
    assert refused.status_code == 422
    assert json.loads(refused.content)["issue"][0]["expression"] == ["Bundle.entry[4].resource.subject"]
    after = rows()
    assert {name: count for name, count in after.items() if count != before[name]}.keys() <= {"access_opening"}


def test_a_batch_does_what_it_can() -> None:
    ward = system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    done = ward.post(
        "",
        bundle(
            "batch",
            posting("", pressure(person)),
            posting("", pressure("nobody")),
            {"request": {"method": "GET", "url": f"Observation?patient={person}"}},
            {"request": {"method": "GET", "url": "Observation/nobody"}},
        ),
    )
    answers = json.loads(done.content)["entry"]
    assert [each["response"]["status"][:3] for each in answers] == ["201", "422", "200", "404"]
    assert answers[2]["resource"]["total"] == 1
    assert answers[1]["response"]["outcome"]["issue"][0]["expression"] == ["Bundle.entry[1].resource.subject"]


def test_references_by_search_and_conditions_inside_a_transaction() -> None:
    ward = system()
    ward.post("Patient", ADA)
    tree = json.loads(pressure("x")) | {"subject": {"reference": f"Patient?identifier={NHS}|9990000018"}}
    known = {"identifier": [{"system": "https://ward.example/obs", "value": "9"}]}
    condition = f"patient.identifier={NHS}|9990000018&identifier=https://ward.example/obs|9"
    sent = bundle("transaction", posting("", tree | known, ifNoneExist=condition))
    first, second = (json.loads(ward.post("", sent).content)["entry"][0]["response"] for _ in range(2))
    assert (first["status"], second["status"]) == ("201 Created", "200 OK")
    assert first["location"] == second["location"]
    nowhere = bundle("transaction", posting("", tree | {"subject": {"reference": "Patient?identifier=nobody"}}))
    assert ward.post("", nowhere).status_code == 412


@pytest.mark.parametrize(
    ("sent", "status", "element"),
    [
        (bundle("collection"), 422, "Bundle.type"),
        (bundle("transaction", {"resource": ADA}), 422, "Bundle.entry[0].request"),
        (
            bundle("transaction", {"request": {"method": "DELETE", "url": "Patient/1"}}),
            422,
            "Bundle.entry[0].request.method",
        ),
        (bundle("transaction", {"request": {"method": "GET", "url": "../x"}}), 422, "Bundle.entry[0].request.url"),
        (
            bundle("transaction", posting("", ADA) | {"request": {"method": "POST", "url": "Observation"}}),
            422,
            "Bundle.entry[0].resource",
        ),
        (bundle("transaction", {"request": {"method": "GET", "url": "Account"}}), 422, "Bundle.entry[0].request.url"),
    ],
)
def test_what_cannot_be_done_is_named(sent: dict[str, Any], status: int, element: str) -> None:
    refused = system().post("", sent)
    assert refused.status_code == status, refused.content
    assert json.loads(refused.content)["issue"][0]["expression"] == [element]

"""Does fhirpy, unmodified, create, read, search, count, page, change and bundle?"""

from typing import Any

import pytest
from fhirpy import SyncFHIRClient
from fhirpy.base.exceptions import OperationOutcome, ResourceNotFound

from tests.fhir_clients.conftest import Server

pytestmark = pytest.mark.slow
NHS = "https://fhir.nhs.uk/Id/nhs-number"


@pytest.fixture
def client(server: Server) -> Any:
    return SyncFHIRClient(server.base, authorization=f"Bearer {server.token}")


def test_a_person_and_what_is_measured(client: Any) -> None:
    patient = client.resource(
        "Patient",
        name=[{"family": "Cole", "given": ["Ivy"]}],
        birthDate="1944-02-03",
        identifier=[{"system": NHS, "value": "9990000115"}],
    )
    patient.save()
    assert patient["id"]
    for day in range(1, 6):
        measured = client.resource(
            "Observation",
            status="final",
            code={"coding": [{"system": "http://snomed.info/sct", "code": "27113001"}]},
            subject=patient.to_reference(),
            effectiveDateTime=f"2026-03-0{day}T09:00:00Z",
            valueQuantity={"value": 60.5 + day, "unit": "kg"},
        )
        measured.save()
    found = client.resources("Observation").search(patient=patient["id"], date__ge="2026-03-02").sort("date").limit(2)
    assert found.count() == 4
    assert [each["effectiveDateTime"][:10] for each in found.fetch_all()] == [f"2026-03-0{day}" for day in (2, 3, 4, 5)]
    one = client.resources("Patient").search(identifier=f"{NHS}|9990000115").get()
    assert one["id"] == patient["id"]
    first = found.first()
    first["status"] = "amended"
    first.save()
    assert client.reference("Observation", first["id"]).to_resource()["status"] == "amended"
    along = client.resources("Observation").search(patient=patient["id"]).include("Observation", "subject").fetch_raw()
    assert {entry.resource["resourceType"] for entry in along.entry} == {"Observation", "Patient"}


def test_what_is_not_there_and_what_is_wrong(client: Any) -> None:
    with pytest.raises(ResourceNotFound):
        client.reference("Patient", "nobody").to_resource()
    with pytest.raises(OperationOutcome):
        client.resource("Observation", status="nonsense").save()


def test_created_once(client: Any) -> None:
    known = {"system": "https://ward.example/org", "value": "W9"}
    ward = client.resource("Organization", name="Ward nine", identifier=[known])
    made, is_new = client.resources("Organization").search(identifier="https://ward.example/org|W9").get_or_create(ward)
    again, is_new_again = (
        client.resources("Organization").search(identifier="https://ward.example/org|W9").get_or_create(ward)
    )
    assert (is_new, is_new_again, made["id"]) == (1, 0, again["id"]) or (is_new, is_new_again) == (True, False)

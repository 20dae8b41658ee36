"""Does fhirclient (SMART on FHIR for Python), unmodified, understand what is served?"""

from typing import Any

import pytest
from fhirclient import server as smart
from fhirclient.models.bundle import Bundle
from fhirclient.models.capabilitystatement import CapabilityStatement
from fhirclient.models.observation import Observation
from fhirclient.models.patient import Patient

from tests.fhir_clients.conftest import Server

pytestmark = pytest.mark.slow


class Bearing(smart.FHIRServer):  # type: ignore[misc]  # the package has no types
    """The client's own server, with a token that was got elsewhere."""

    token = ""

    def _get(self, path: str, headers: Any = None, nosign: bool = False) -> Any:
        return super()._get(path, {**(headers or {}), "Authorization": f"Bearer {self.token}"}, nosign)


@pytest.fixture
def bearing(server: Server) -> Any:
    found = Bearing(None, base_uri=server.base)
    found.token = server.token
    found.session.headers["Authorization"] = f"Bearer {server.token}"
    return found


def test_it_reads_what_it_wrote(bearing: Any) -> None:
    capability = CapabilityStatement.read_from("metadata", bearing)
    assert capability.fhirVersion == "4.0.1"
    person = Patient({"name": [{"family": "Hall", "given": ["Tom"]}], "birthDate": "1939-09-01", "gender": "male"})
    made = person.create(bearing)
    again = Patient.read(made["id"], bearing)
    assert again.name[0].family == "Hall"
    assert again.birthDate.isostring == "1939-09-01"
    measured = Observation(
        {
            "status": "final",
            "code": {"text": "Weight"},
            "subject": {"reference": f"Patient/{made['id']}"},
            "effectiveDateTime": "2026-03-04T09:00:00Z",
            "valueQuantity": {"value": 71.5, "unit": "kg"},
        }
    )
    measured.create(bearing)
    found = list(Observation.where({"patient": made["id"]}).perform_resources_iter(bearing))
    assert [each.valueQuantity.value for each in found] == [71.5]
    everything = Bundle.read_from(f"Patient/{made['id']}/$everything", bearing)
    assert everything.total == 2

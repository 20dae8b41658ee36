"""Does a file that tells of many people find those whom a ward watches, without asking of each by itself?"""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.access.api import gate, system
from homeward.monitoring.api import admit
from homeward.monitoring.models import ObservationSet
from homeward.monitoring.tests.arranging import WARD, WARD_TEAM, after, needing, person, places, ward_nurse, yes
from homeward.records.api import importer, run, start_import
from homeward.records.tests.arranging import SOURCE

pytestmark = pytest.mark.django_db
WATCHED, OTHERS = "9990000018", 12


def patient(number: int) -> dict[str, Any]:
    return {
        "resourceType": "Patient", "id": f"p{number}", "name": [{"family": f"Other{number}", "given": ["Ann"]}],
        "gender": "female", "birthDate": f"1941-05-{number + 1:02}",
    }  # fmt: skip


def temperature(id: str, subject: dict[str, Any]) -> dict[str, Any]:
    return {
        "resourceType": "Observation", "id": id, "status": "final", "subject": subject,
        "code": {"coding": [{"system": "http://loinc.org", "code": "8310-5"}]},
        "effectiveDateTime": after(30).isoformat(), "valueQuantity": {"value": 38.6, "unit": "Cel", "code": "Cel"},
    }  # fmt: skip


def watched() -> UUID:
    """A stay of somebody with that NHS number."""
    places(at=after(-1))
    person_id, need = needing(person_id=person(nhs_number=WATCHED))
    return admit(
        person_id=person_id, referral_id=need, service_code=WARD, team_code=WARD_TEAM, by=ward_nurse(), at=after(0),
        checks=yes(), senior_name="Dr Amara Nwosu",
    )  # fmt: skip


@pytest.mark.hazard(
    "HZ-S13-42",
    hazard="A file of partners' measurements is asked about all at once; of somebody on a virtual ward nothing is taken in, and nobody is rung.",
    control="Whoever has a stay that has not ended is looked at one by one, in the transaction that keeps what the file tells of them.",
)
def test_of_all_the_people_of_a_file_only_those_whom_a_ward_watches_are_asked_about(tmp_path: Path) -> None:
    stay = watched()
    number = {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": WATCHED}}
    told = [each for other in range(OTHERS) for each in (patient(other), temperature(f"o{other}", {"reference": f"Patient/p{other}"}))]
    file = tmp_path / "sent.ndjson"
    file.write_text("".join(json.dumps(each) + "\n" for each in [*told, temperature("mine", number)]))
    with CaptureQueriesContext(connection) as asked:
        done = start_import(files=[file], source=SOURCE, by=importer(), at=after(60), dry_run=False)
    assert run(done, by=importer(), at=after(60)).counts["applied"] == 2 * OTHERS + 1
    assert len([each for each in asked if "monitoring_stay" in each["sql"] and "select monitoring_" in each["sql"]]) == 2
    with gate.job("demo", by=system("demo"), at=after(60)):
        sets = ObservationSet.objects.filter(stay_id=stay)
        assert [(each.temperature, each.source) for each in sets] == [(38.6, "device")]

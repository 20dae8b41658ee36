"""Does our fake of the service answer as the published test vectors say, and does our client read those answers?

The vectors and records were published by others; the folder that HOMEWARD_EXAMPLES names holds them.
"""

import csv
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from homeward.foundation.nhs_number import is_valid
from homeward.people.api import FhirDemographics
from homeward.people.demographics.patient import registered
from homeward.people.demographics.protocol import Query
from tests.demographics.register import Register
from tests.demographics.server import answer, served

FOLDER = Path(os.environ.get("HOMEWARD_EXAMPLES", "nowhere")) / "pds"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="HOMEWARD_EXAMPLES is not set, or holds no pds folder")
# A former name that the vectors tell of and the published records leave out.
FORMER = {"9693632109": (("Blogs", "Joe", "1955-11-05"),)}
MERGED = {"5900053636": "9732019395"}


def rows(name: str) -> list[dict[str, str]]:
    if not FOLDER.is_dir():
        return []
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    bundle = json.loads((FOLDER / "ALL_STUB_PATIENTS.bundle.json").read_text())
    patients = [entry["resource"] for entry in bundle["entry"]]
    yield Register(patients=patients, former=FORMER, merged=MERGED)


@pytest.mark.parametrize("vector", rows("NHS_NUMBER_vectors.csv"), ids=lambda row: row["nhs_number"])
def test_nhs_numbers(vector: dict[str, str]) -> None:
    assert is_valid(vector["nhs_number"]) == (vector["valid"] == "true")


@pytest.mark.parametrize("vector", rows("EXPECTED_search_vectors.csv"), ids=lambda row: row["case"])
def test_searches(vector: dict[str, str], register: Register) -> None:
    status, body = answer(register, f"/Patient?{_query(json.loads(vector['query_json']))}")
    assert status == 200
    if "TOO_MANY_MATCHES" in vector["expected_total"]:
        assert body["issue"][0]["details"]["coding"][0]["code"] == "TOO_MANY_MATCHES"
        return
    found = [entry["resource"]["id"] for entry in body["entry"]]
    total, sign = vector["expected_total"].lstrip(">="), vector["expected_total"].rstrip("0123456789")
    assert {"": len(found) == int(total), ">=": len(found) >= int(total), ">": len(found) > int(total)}[sign]
    for number in filter(None, vector["expected_ids"].split(";")):
        if number.startswith("not "):
            assert number.split()[1] not in found
        else:
            assert number in found
    scores = [entry["search"]["score"] for entry in body["entry"]]
    assert scores == sorted(scores, reverse=True)


def test_every_published_patient_is_read_and_found_by_our_client(register: Register) -> None:
    with served(register) as address:
        client = FhirDemographics(address)
        for resource in register.patients:
            person = registered(resource)
            if not (person.family and person.birth_date and is_valid(person.nhs_number)):
                continue  # one published record is only a number, some numbers are no NHS numbers
            by_number = client.by_number(person.nhs_number)
            assert by_number.result == "one" and by_number.people[0] == person
            given = tuple(word for name in person.given[:1] for word in name.split()[:1])
            query = Query(family=person.family, birth_date=person.birth_date, given=given, history=True)
            by_name = client.search(query)
            assert by_name.result in ("one", "several", "too_many")
            assert by_name.result == "too_many" or person in by_name.people


def test_a_restricted_person_has_no_address_telephone_or_practice(register: Register) -> None:
    with served(register) as address:
        query = Query(family="Godsoe", birth_date=date(1936, 2, 24), gender="male")
        (person,) = FhirDemographics(address).search(query).people
    assert person.restricted and person.postcode == "" and person.practice_ods_code == ""


def _query(asked: dict[str, Any]) -> str:
    plain = {name: "true" if value is True else value for name, value in asked.items()}
    return urlencode(plain, doseq=True)

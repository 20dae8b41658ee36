"""Does a device's measurement, sent as a FHIR Observation through the API, become a set that is scored and alerts?"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.fhir.tests.partner import Partner, partner
from homeward.monitoring.tests.arranging import now, on_the_ward, page

pytestmark = pytest.mark.django_db
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
NUMBERS = {"9279-1": 26.0, "2708-6": 90.0, "8480-6": 98.0, "8867-4": 118.0, "8310-5": 38.4}


def observation(person: UUID, code: str, at: datetime, *, system: str = LOINC, **value: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation", "status": "final", "code": {"coding": [{"system": system, "code": code}]},
        "subject": {"reference": f"Patient/{person}"}, "effectiveDateTime": at.isoformat(), **value,
    }  # fmt: skip


def number(value: float, unit: str = "/min") -> dict[str, Any]:
    return {"valueQuantity": {"value": value, "unit": unit}}


def answer(code: str) -> dict[str, Any]:
    return {"valueCodeableConcept": {"coding": [{"system": SNOMED, "code": code}]}}


@pytest.fixture
def device() -> Partner:
    return partner("system/*.cruds", name="Home monitoring")


def test_single_measurements_within_minutes_become_one_set_and_alert_when_whole(device: Partner) -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    person = now(stay).person_id
    for minute, (code, value) in enumerate(NUMBERS.items()):
        sent = device.post("Observation", observation(person, code, taken + timedelta(minutes=minute), **number(value)))
        assert sent.status_code == 201, sent.content
    (partial,) = page(stay, at=datetime.now(UTC)).sets
    assert partial.total is None and partial.scored.missing == ("supplemental_oxygen", "consciousness")
    assert now(stay).last_total is None
    for code, told in (("250774007", "722742002"), ("1104441000000107", "130987000")):
        sent = device.post(
            "Observation", observation(person, code, taken + timedelta(minutes=6), system=SNOMED, **answer(told))
        )
        assert sent.status_code == 201, sent.content
    view = page(stay, at=datetime.now(UTC))
    assert [each.total for each in view.sets] == [14] and now(stay).last_total == 14
    assert view.sets[0].said["consciousness"] == "New confusion" and view.sets[0].source_words == "A device"
    assert [each.level for each in view.open_alerts] == ["red"]


def test_a_bundle_of_measurements_is_one_set(device: Partner) -> None:
    taken = datetime.now(UTC).replace(microsecond=0)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    person = now(stay).person_id
    entries = [observation(person, code, taken, **number(value)) for code, value in NUMBERS.items()]
    bundle = {
        "resourceType": "Bundle", "type": "transaction",
        "entry": [{"resource": each, "request": {"method": "POST", "url": "Observation"}} for each in entries],
    }  # fmt: skip
    sent = device.post("", bundle)
    assert sent.status_code == 200, sent.content
    (found,) = page(stay, at=datetime.now(UTC)).sets
    assert found.scored.missing == ("supplemental_oxygen", "consciousness") and found.total is None
    assert json.loads(sent.content)["type"] == "transaction-response"


def test_a_second_reading_never_overwrites_the_first_and_old_news_is_left_alone(device: Partner) -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    stay = on_the_ward(at=taken - timedelta(hours=1))
    person = now(stay).person_id
    for value in (88.0, 94.0):
        assert device.post("Observation", observation(person, "8867-4", taken, **number(value))).status_code == 201
    assert {each.said["heart_rate"] for each in page(stay, at=datetime.now(UTC)).sets} == {"88", "94"}
    device.post("Observation", observation(person, "8867-4", taken - timedelta(days=3), **number(150.0)))
    device.post("Observation", observation(person, "8867-4", taken, **number(999.0)))
    device.post("Observation", observation(person, "29463-7", taken, **number(70.0, "kg")))
    assert len(page(stay, at=datetime.now(UTC)).sets) == 2

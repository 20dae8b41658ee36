"""Which signs does a FHIR Observation tell, by the declared codes, and what is never guessed?"""

from typing import Any

from homeward.directory import api as directory
from homeward.monitoring.rules.from_fhir import signs_told
from homeward.monitoring.tests.arranging import WARD

LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"


def observation(code: str, *, system: str = LOINC, **value: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": system, "code": code}]},
        **value,
    }


def number(value: float, unit: str = "/min") -> dict[str, Any]:
    return {"valueQuantity": {"value": value, "unit": unit}}


def answer(code: str) -> dict[str, Any]:
    return {"valueCodeableConcept": {"coding": [{"system": SNOMED, "code": code}]}}


def test_what_is_told_is_read_by_the_declared_codes_and_never_guessed() -> None:
    policy = directory.place().monitoring_of(WARD)
    assert policy is not None
    cases: list[tuple[dict[str, Any], dict[str, Any]]] = [
        (observation("8310-5", **number(37.2, "Cel")), {"temperature": 37.2}),
        (observation("8310-5", **number(99.0, "[degF]")), {}),
        (observation("8867-4", valueString="80"), {}),
        ({**observation("8867-4", **number(80.0)), "status": "entered-in-error"}, {}),
        (observation("722742002", system=SNOMED), {"supplemental_oxygen": "0"}),
        (observation("250774007", system=SNOMED, **answer("371825009")), {"supplemental_oxygen": "1"}),
        (
            {**observation("85354-9"), "component": [{"code": {"coding": [{"system": LOINC, "code": "8480-6"}]}, **number(120.0, "mmHg")}]},
            {"systolic_bp": 120.0},
        ),
    ]  # fmt: skip
    for tree, expected in cases:
        assert signs_told(tree, policy.signs) == expected

"""Is a place valid FHIR R4, with every reference and canonical found inside it?"""

import json
from typing import Any

import fhirkit
import pytest

from homeward.grammar.api import load, to_fhir
from tests.places import PLACES


def bundle(dotted: str) -> dict[str, Any]:
    return to_fhir(load(dotted), base="https://care.example/fhir/R4")


def values_of(key: str, within: Any) -> list[Any]:
    if isinstance(within, dict):
        return [value for name, value in within.items() if name == key] + [
            found for value in within.values() for found in values_of(key, value)
        ]
    return [found for each in within for found in values_of(key, each)] if isinstance(within, list) else []


@pytest.mark.parametrize("dotted", PLACES)
def test_valid(dotted: str) -> None:
    made = bundle(dotted)
    assert fhirkit.validate(made) == []
    for entry in made["entry"]:
        assert fhirkit.validate(entry["resource"]) == [], entry["fullUrl"]


@pytest.mark.parametrize("dotted", PLACES)
def test_every_reference_is_in_the_bundle(dotted: str) -> None:
    made = bundle(dotted)
    held = [f"{each['resource']['resourceType']}/{each['resource']['id']}" for each in made["entry"]]
    assert len(held) == len(set(held))
    assert set(values_of("reference", made)) <= set(held)
    urls = set(values_of("url", [each["resource"] for each in made["entry"] if "url" in each["resource"]]))
    assert set(values_of("definitionCanonical", made)) <= urls


def test_every_kind_is_there() -> None:
    made = bundle(PLACES[0])
    kinds = {each["resource"]["resourceType"] for each in made["entry"]}
    assert kinds == {
        "Organization",
        "Location",
        "HealthcareService",
        "PlanDefinition",
        "ActivityDefinition",
        "Questionnaire",
        "Measure",
    }
    place = load(PLACES[0])
    services = [each for each in made["entry"] if each["resource"]["resourceType"] == "HealthcareService"]
    assert len(services) == len(place.services)


def test_a_form_keeps_its_limits_choices_and_conditions() -> None:
    made = bundle(PLACES[0])
    (wound,) = (each["resource"] for each in made["entry"] if each["resource"]["id"] == "form-wound-assessment")
    items = {item["linkId"]: item for item in wound["item"]}
    assert items["doppler-on"]["enableWhen"] == [
        {"question": "kind", "operator": "=", "answerCoding": {"code": "leg-ulcer"}}
    ]
    assert {"code": "leg-ulcer", "display": "Leg ulcer"} in [
        each["valueCoding"] for each in items["kind"]["answerOption"]
    ]
    assert "cm" in json.dumps(items["length"]["extension"])

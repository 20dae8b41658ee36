"""Is every search parameter that the CapabilityStatement declares one that can find something, and does it find only that?"""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import fhirkit
import pytest
from django.test import Client

from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.search.elements import Tree
from homeward.fhir.search.fits import fits, unreadable
from homeward.fhir.search.parameters import Parameter
from homeward.fhir.search.shaping import shaped
from homeward.fhir.search.table import PARAMETERS
from homeward.fhir.tests.partner import partner

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
EVERY = [
    (kind, parameter, path)
    for kind, parameters in PARAMETERS.items()
    for parameter in parameters.values()
    for path in parameter.paths
]
# A value of an element, what is asked to find it, and what is asked to find another.
HELD: dict[str, list[tuple[Any, str, str]]] = {
    "token": [
        ({"coding": [{"system": "http://one", "code": "Here"}]}, "http://one|here", "http://two|here"),
        ({"system": "http://one", "value": "Here"}, "http://one|Here", "there"),
        ("here", "here", "there"),
    ],
    "string": [("Ångström Road", "angstrom", "road"), ({"city": "Ångström"}, "Ång", "elsewhere")],
    "date": [("2026-03-04", "2026-03-04", "lt2026-03-04"), ({"start": "2026-03-01"}, "ge2026-03-04", "lt2026-02-01")],
    "reference": [({"reference": "Location/7"}, "Location/7", "Location/77"), ({"reference": "Location/7"}, "7", "Group/7")],
    "uri": [("https://here/form|2", "https://here/form", "https://here/for")],
    "quantity": [({"value": 5.40, "code": "mg"}, "5.4||mg", "gt5.4")],
}  # fmt: skip


def holding(path: str, value: Any) -> Tree:
    for name in reversed(path.split(".")):
        value = {name: value}
    found: Tree = value
    return found


@pytest.mark.parametrize(("kind", "parameter", "path"), EVERY, ids=lambda each: getattr(each, "name", each))
def test_it_looks_at_an_element_that_there_is_and_finds_what_it_says(
    kind: str, parameter: Parameter, path: str
) -> None:
    unknown = [each for each in fhirkit.validate({"resourceType": kind} | holding(path, "x")) if "unknown" in str(each)]
    assert not unknown, f"{kind} has no such element in R4"
    for value, right, wrong in HELD[parameter.type]:
        if parameter.name in ("phone", "email"):
            value, right, wrong = {"system": parameter.name, "value": "1"}, "1", "2"
        tree = holding(path, [value])
        assert fits(parameter, "", (right,), tree, now=NOW) and not unreadable(parameter, "", right)
        assert not fits(parameter, "", (wrong,), tree, now=NOW)
        assert fits(parameter, "", (wrong, right), tree, now=NOW)
        assert fits(parameter, "missing", ("false",), tree, now=NOW)
        assert fits(parameter, "missing", ("true",), {}, now=NOW) and not fits(parameter, "", (right,), {}, now=NOW)


def test_a_summary_keeps_what_its_kind_cannot_do_without() -> None:
    pressure = {
        "resourceType": "Observation", "status": "final", "code": {"text": "Blood pressure"}, "note": [{"text": "sitting"}],
        "component": [{"code": {"text": "Systolic"}, "valueQuantity": {"value": 128}}],
    }  # fmt: skip
    brief = shaped(pressure, summary="true", elements=())
    assert brief["component"] == pressure["component"] and "note" not in brief
    assert brief["meta"]["tag"][0]["code"] == "SUBSETTED"
    letter = {
        "resourceType": "DocumentReference",
        "status": "current",
        "content": [{"attachment": {"title": "x"}}],
        "text": {},
    }
    assert "content" in shaped(letter, summary="true", elements=()) and "content" in shaped(
        letter, summary="", elements=("date",)
    )
    assert "component" not in shaped(pressure, summary="", elements=("code",))


@pytest.mark.django_db
def test_what_is_declared_to_come_along_is_answered() -> None:
    asker = partner("system/*.rs")
    declared = Client().get("/fhir/R4/metadata").json()["rest"][0]["resource"]
    person = uuid4()
    for each in declared:
        kind = each["type"]
        if not KINDS.get(kind):
            continue
        whose = f"_id={person}" if kind == "Patient" else f"patient={person}" if KINDS[kind].personal else "_id=nobody"
        asked = [f"_include={name}" for name in each.get("searchInclude", ())]
        asked += [f"_revinclude={name}" for name in each.get("searchRevInclude", ())]
        if asked:
            answer = asker.get(f"{kind}?{whose}&{'&'.join(asked)}")
            assert answer.status_code == 200, answer.content
    everything = {name for each in declared for name in each.get("searchRevInclude", ())}
    assert {"Observation:patient", "Observation:encounter", "Task:focus", "Encounter:episode-of-care"} <= everything

"""Does anything that can be asked make the server fail? Schemathesis asks by the OpenAPI that is drawn from the routes."""

import json
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from homeward.fhir.resources.openapi import described
from homeward.fhir.tests.partner import Partner, partner
from homeward.fhir.tests.test_records_api import ADA, pressure

pytestmark = pytest.mark.django_db
KINDS = ("Patient", "ServiceRequest", "Observation", "Task", "Organization", "Slot")
BASE = "http://testserver/fhir/R4"
CALM = settings(
    max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)


def paths() -> list[str]:
    """The addresses that are tried: everything about some kinds, and the operations."""
    return [
        path for path in described(BASE)["paths"] if path.split("/")[1] in (*KINDS, "", "$process-message", "metadata")
    ]


@pytest.fixture
def asker() -> Partner:
    found = partner("system/*.cruds", "system/$process-message", name="Fuzz")
    found.client = Client(raise_request_exception=False)
    return found


def answered(asker: Partner, method: str, path: str, query: Any, body: Any, kind: str) -> None:
    content = body if isinstance(body, (bytes, str)) else json.dumps(body)
    headers = {"Authorization": f"Bearer {asker.token}"}
    send = getattr(asker.client, method.lower())
    kept = {name: str(value).replace("\ud800", "") for name, value in (query or {}).items()}
    if method in ("POST", "PUT"):
        answer = send(f"/fhir/R4{path}", data=content, content_type=kind, headers=headers, query_params=kept)
    else:
        answer = send(f"/fhir/R4{path}", data=kept, headers=headers)
    assert answer.status_code < 500, (method, path, kept, content[:300], answer.content[:300])
    if answer.content:
        assert json.loads(answer.content)["resourceType"]


@pytest.mark.parametrize("path", paths())
def test_no_question_makes_it_fail(asker: Partner, path: str) -> None:
    schema = schemathesis.openapi.from_dict({**described(BASE), "paths": {path: described(BASE)["paths"][path]}})
    for result in schema.get_all_operations():
        _asked(asker, result.ok())  # type: ignore[union-attr]  # our own description is sound


def _asked(asker: Partner, operation: Any) -> None:
    """Some requests of one operation, each taken or refused."""

    @CALM
    @given(data=st.data())
    def ask(data: Any) -> None:
        case = data.draw(operation.as_strategy())
        kind = "application/x-www-form-urlencoded" if case.path.endswith("_search") else "application/fhir+json"
        body = case.body if type(case.body) in (dict, list, str, int, float, bool, type(None)) else {}
        answered(asker, operation.method.upper(), case.formatted_path.partition("?")[0], case.query, body, kind)

    ask()


_LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.just([]), st.just({}),
    st.sampled_from(["", "2026-02-30", "Patient/1", "urn:uuid:x", "#a", "http://x", "\x00", "\u202e", "1e999"]),
)  # fmt: skip


@pytest.mark.parametrize("kind", ["Patient", "Observation", "Bundle"])
def test_a_sound_resource_with_one_thing_changed_is_taken_or_refused(asker: Partner, kind: str) -> None:
    person = json.loads(asker.post("Patient", ADA).content)["id"]
    measured = json.loads(pressure(person, identifier=[{"system": "https://x", "value": "1"}]))
    request = {"method": "POST", "url": "Observation", "ifNoneExist": f"patient={person}&identifier=1"}
    sound: dict[str, Any] = {
        "Patient": ADA,
        "Observation": measured,
        "Bundle": {
            "resourceType": "Bundle",
            "type": "transaction",
            "entry": [{"resource": measured, "request": request}],
        },
    }[kind]

    @settings(CALM, max_examples=60)
    @given(data=st.data())
    def ask(data: Any) -> None:
        tree = json.loads(json.dumps(sound))
        places = list(_places(tree))
        holder, name = data.draw(st.sampled_from(places))
        holder[name] = data.draw(_LEAVES)
        answered(asker, "POST", "" if kind == "Bundle" else f"/{kind}", {}, tree, "application/fhir+json")

    ask()


@settings(CALM, max_examples=150)
@given(
    name=st.sampled_from(["code", "date", "patient", "_id", "_sort", "_include", "_revinclude", "_lastUpdated", "value-quantity",
                          "identifier", "_count", "_summary", "_elements", "_cursor", "patient.identifier", "encounter.status",
                          "code:not", "code:text", "status:missing", "subject:Patient.name", "_total"]),
    value=st.one_of(st.text(max_size=20), st.sampled_from(["ge2026", "gt", "5.4|x|y", "|", "a|", ",", "\\,", "Observation:subject",
                                                          "-date", "*", "ap1e40", "0001-01-01", "9999-12-31T23:59:60Z", "lt0000"])),
)  # fmt: skip
def test_no_search_makes_it_fail(name: str, value: str) -> None:
    found = _asker()
    answered(found, "GET", "/Observation", {"patient": found.headers["person"], name: value}, None, "")


_kept: list[Partner] = []


def _asker() -> Partner:
    """One system for all examples of a test; its person is kept with it."""
    if not _kept:
        made = partner("system/*.cruds", name="Searcher")
        made.client = Client(raise_request_exception=False)
        person = json.loads(made.post("Patient", ADA).content)["id"]
        made.post("Observation", pressure(person))
        made.headers["person"] = person
        _kept.append(made)
    return _kept[0]


@pytest.fixture(autouse=True)
def forgotten() -> Any:
    yield
    _kept.clear()


def _places(node: Any) -> Any:
    if isinstance(node, dict):
        for name, value in node.items():
            yield node, name
            yield from _places(value)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield node, index
            yield from _places(value)

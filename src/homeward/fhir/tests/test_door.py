"""Who may ask what, and does every answer carry what FHIR and BaRS want of it?"""

import base64
import json
from uuid import uuid4

import pytest
from django.test import Client

from homeward.fhir.partner_client import create_partner_client
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.registry import APART
from homeward.fhir.rules.scopes import PROCESS_MESSAGE, covers, is_scope
from homeward.fhir.tests.messages import fall
from homeward.fhir.tests.partner import MESSAGES, outcome, partner
from homeward.foundation.errors import Invalid
from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import validate

pytestmark = pytest.mark.django_db
FITTING = {"date": "ge2026-01-01", "quantity": "gt5.4", "number": "5"}


def test_nobody_asks_without_a_token() -> None:
    for path in ("ServiceRequest", "Organization", "HealthcareService/x"):
        response = Client().get(f"/fhir/R4/{path}")
        assert response.status_code == 401
        assert outcome(response)["code"] == "login"
        assert response["WWW-Authenticate"].startswith("Bearer")
    assert Client().post(MESSAGES, b"{}", content_type="application/fhir+json").status_code == 401
    wrong = Client().get("/fhir/R4/Organization", headers={"Authorization": "Bearer nonsense"})
    assert wrong.status_code == 401


def test_a_token_does_only_what_its_scopes_say() -> None:
    sender = partner(PROCESS_MESSAGE)
    assert sender.get("Organization").status_code == 403
    reader = partner("system/Organization.read")
    response = reader.send(fall())
    assert response.status_code == 403
    assert PROCESS_MESSAGE in outcome(response)["diagnostics"]
    assert reader.get("Organization").status_code == 200
    assert reader.get("Location").status_code == 403


@pytest.mark.parametrize(
    ("held", "needed", "covered"),
    [
        ("system/*.rs", "system/Organization.rs", True),
        ("system/*.read", "system/Organization.rs", True),
        ("system/Organization.read", "system/Location.rs", False),
        ("system/*.r", "system/Organization.rs", False),
        (PROCESS_MESSAGE, PROCESS_MESSAGE, True),
        ("system/*.*", PROCESS_MESSAGE, True),
        ("system/Bundle.write", PROCESS_MESSAGE, True),
        ("system/*.rs", PROCESS_MESSAGE, False),
    ],
)
def test_scopes(held: str, needed: str, covered: bool) -> None:
    assert is_scope(held)
    assert covers([held], needed) is covered


def test_a_client_is_not_made_for_a_scope_that_means_nothing() -> None:
    for scope in ("everything", "user/*.read", "system/organization.read", "system/*."):
        with pytest.raises(Invalid):
            create_partner_client(name="X", scopes=[scope])


def test_tokens_by_basic_and_by_form_and_not_by_guess() -> None:
    made = create_partner_client(name="X", scopes=[PROCESS_MESSAGE])
    assert set(made) == {"client_id", "client_secret"}
    basic = base64.b64encode(f"{made['client_id']}:{made['client_secret']}".encode()).decode()
    asked = {"grant_type": "client_credentials"}
    client = Client()
    good = client.post("/oauth/token", asked, headers={"Authorization": f"Basic {basic}"})
    assert good.json()["token_type"] == "Bearer"
    assert good["Cache-Control"] == "no-store"
    refusals = [
        (client.post("/oauth/token", asked), 401, "invalid_client"),
        (
            client.post("/oauth/token", {**asked, "client_id": made["client_id"], "client_secret": "no"}),
            401,
            "invalid_client",
        ),
        (client.post("/oauth/token", {**asked, "client_id": "a\x00b", "client_secret": "no"}), 401, "invalid_client"),
        (client.post("/oauth/token", {**made, **asked, "scope": "system/*.cruds"}), 400, "invalid_scope"),
        (client.post("/oauth/token", {**made, "grant_type": "password"}), 400, "unsupported_grant_type"),
        (client.post("/oauth/token", asked, headers={"Authorization": "Basic !!!"}), 401, "invalid_client"),
        (client.post("/oauth/token", {"x": "y" * 20_000}), 413, "invalid_request"),
        (client.get("/oauth/token"), 405, "invalid_request"),
    ]
    for response, status, error in refusals:
        assert (response.status_code, response.json()["error"]) == (status, error)


def test_the_capability_statement_is_true() -> None:
    response = Client().get("/fhir/R4/metadata")
    assert response["Content-Type"].startswith("application/fhir+json")
    assert isinstance(validate(response.content), Resource), validate(response.content)
    rest = response.json()["rest"][0]
    assert {each["type"] for each in rest["resource"]} == {*KINDS, *APART}
    reader = partner("system/*.rs")
    person = uuid4()
    assert reader.get("Subscription").status_code == 200
    for each in rest["resource"]:
        kind = each["type"]
        if kind in APART:
            continue
        whose = f"_id={person}" if kind == "Patient" else f"patient={person}" if KINDS[kind].personal else ""
        found = reader.get(f"{kind}?{whose}")
        assert found.status_code == 200, (kind, found.content)
        assert isinstance(validate(found.content), Resource), (kind, validate(found.content))
        asked = {parameter["name"]: FITTING.get(parameter["type"], "nothing-such") for parameter in each["searchParam"]}
        for name, value in asked.items():
            answer = reader.get(f"{kind}?{name}={value}&{whose}")
            assert answer.status_code == 200, (kind, name, answer.content)
        bundle = json.loads(found.content)
        if bundle.get("entry"):
            one = bundle["entry"][0]["resource"]["id"]
            assert json.loads(reader.get(f"{kind}/{one}").content)["id"] == one
            assert json.loads(reader.get(f"{kind}?_id={one}").content)["total"] == 1
            assert json.loads(reader.get(f"{kind}/{one}/_history").content)["total"] == 1
        assert reader.get(f"{kind}/nobody").status_code == 404
        assert reader.get(f"{kind}/nobody/_history").status_code == 404
        assert reader.get(f"{kind}?colour=red&{whose}").status_code == 400
        for interaction in each["interaction"]:
            if interaction["code"] == "create":
                assert (
                    reader.client.post(f"/fhir/R4/{kind}", b"{}", content_type="application/fhir+json").status_code
                    == 401
                )


def test_pages_of_a_search_hold_everything_once() -> None:
    reader = partner("system/*.rs")
    seen, path = [], "Organization?_count=100&_total=accurate"
    for _ in range(10):
        bundle = json.loads(reader.get(path).content)
        seen += [entry["resource"]["id"] for entry in bundle.get("entry", [])]
        following = [link["url"] for link in bundle["link"] if link["relation"] == "next"]
        if not following:
            break
        path = following[0].split("/fhir/R4/")[1]
    assert len(seen) == len(set(seen)) == bundle["total"]


def test_smart_configuration_names_the_token_address() -> None:
    for path in ("/.well-known/smart-configuration", "/fhir/R4/.well-known/smart-configuration"):
        tree = Client().get(path).json()
        assert tree["token_endpoint"].endswith("/oauth/token")
        assert PROCESS_MESSAGE in tree["scopes_supported"]


def test_what_is_not_here_is_said_in_fhir() -> None:
    for method in ("get", "post", "put", "delete"):
        response = getattr(Client(), method)("/fhir/R4/Nonsense/1")
        assert response.status_code == 404
        assert outcome(response)["code"] == "not-found"
    response = Client().delete("/fhir/R4/metadata")
    assert (response.status_code, response["Allow"]) == (405, "GET")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content_type": "application/fhir+json; charset=utf-8; fhirVersion=4.0"}, 200),
        ({"content_type": "application/fhir+json;version=1.4.0"}, 200),
        ({"content_type": "application/json"}, 200),
        ({"content_type": "application/fhir+xml"}, 415),
        ({"content_type": "application/fhir+json; charset=latin-1"}, 415),
        ({"content_type": "application/fhir+json; fhirVersion=5.0"}, 415),
        ({"content_type": "text/plain"}, 415),
        ({"Content-Encoding": "gzip"}, 415),
        ({"Accept": "application/fhir+json;version=1.1"}, 200),
        ({"Accept": "text/html, */*;q=0.1"}, 200),
        ({"Accept": "application/fhir+xml"}, 406),
    ],
)
def test_what_is_sent_and_wanted_must_be_fhir_as_json(headers: dict[str, str], status: int) -> None:
    response = partner().send(fall(), **headers)
    assert response.status_code == status, response.content
    if status != 200:
        assert outcome(response)["severity"] == "error"


def test_ids_of_the_request_come_back() -> None:
    response = partner().send(fall(), **{"X-Request-Id": "r-1", "X-Correlation-Id": "c-1"})
    assert (response["X-Request-Id"], response["X-Correlation-Id"]) == ("r-1", "c-1")
    assert response["ETag"] == 'W/"1"'
    assert response["Content-Type"].startswith("application/fhir+json")

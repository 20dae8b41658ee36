"""May an app in a browser ask from its own page, and a page of anybody else not?"""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from homeward.access.api import close_client, system
from homeward.fhir.tests.an_app import AnApp
from homeward.fhir.tests.test_apps import known, nurse
from tests.plumbing.people_at_work import signed_in

pytestmark = pytest.mark.django_db
APP, STRANGER = "https://app.example", "https://elsewhere.example"
ALLOWED = "Access-Control-Allow-Origin"


def beforehand(path: str, origin: str, *, method: str = "GET") -> Any:
    return Client().options(
        path, headers={"Origin": origin, "Access-Control-Request-Method": method,
                       "Access-Control-Request-Headers": "authorization"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/fhir/R4/Patient", "/fhir/R4/Observation?patient=x", "/oauth/token", "/oauth/revoke"]
)
def test_a_browser_that_asks_beforehand_is_told(path: str) -> None:
    AnApp()
    answer = beforehand(path, APP)
    assert (answer.status_code, answer[ALLOWED], answer.content) == (204, APP, b"")
    methods = answer["Access-Control-Allow-Methods"].split(", ")
    assert "GET" in methods and "DELETE" not in methods and ("PUT" in methods) == path.startswith("/fhir/")
    assert "Authorization" in answer["Access-Control-Allow-Headers"] and "Origin" in answer["Vary"]
    assert "Access-Control-Allow-Credentials" not in answer
    refused = beforehand(path, STRANGER)
    assert refused.status_code == 403 and ALLOWED not in refused and b"no app that is registered" in refused.content


@pytest.mark.parametrize(
    "origin", ["null", "https://app.example.evil.example", "http://app.example", "https://app.example:8443",
               "https://APP.example", "https://app.example/back", "https://app.exampl", "*", "https://a%b"],
)  # fmt: skip
def test_what_only_looks_like_its_origin_is_nobodys(origin: str) -> None:
    AnApp()
    assert beforehand("/fhir/R4/Patient", origin).status_code == 403
    assert ALLOWED not in Client().get("/fhir/R4/metadata", headers={"Origin": origin})


def test_tokens_and_records_are_read_from_the_apps_own_page_only() -> None:
    by = nurse()
    ada, app = known("9990000018", "Brook", by), AnApp()
    code = app.code(signed_in(by), person=ada)
    app.browser.defaults["HTTP_ORIGIN"] = APP
    made = app.change(code)
    assert made.status_code == 200 and made[ALLOWED] == APP
    token = {"Authorization": f"Bearer {made.json()['access_token']}"}
    read = Client().get(f"/fhir/R4/Patient/{ada}", headers={**token, "Origin": APP})
    assert (read.status_code, read[ALLOWED]) == (200, APP) and "ETag" in read["Access-Control-Expose-Headers"]
    refused = Client().get(f"/fhir/R4/Patient/{ada}", headers={"Origin": APP})
    assert (refused.status_code, refused[ALLOWED]) == (401, APP)  # the app can read why not
    assert ALLOWED not in Client().get(f"/fhir/R4/Patient/{ada}", headers={**token, "Origin": STRANGER})
    assert ALLOWED not in Client().get(f"/fhir/R4/Patient/{ada}", headers=token)


def test_nothing_else_here_is_open_to_scripts_of_other_sites_and_a_closed_app_is_nobodys() -> None:
    app = AnApp()
    for path in ("/start/", "/oauth/authorize", "/me/", "/healthz"):
        assert ALLOWED not in Client().get(path, headers={"Origin": APP})
    assert Client().get("/.well-known/smart-configuration", headers={"Origin": STRANGER})[ALLOWED] == "*"
    assert Client().get("/fhir/R4/metadata").json()["rest"][0]["security"]["cors"] is True
    close_client(client_id=app.client_id, by=system("setup"), at=datetime.now(UTC))
    assert beforehand("/fhir/R4/Patient", APP).status_code == 403

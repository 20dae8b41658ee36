"""Does whoever steals, replays, widens, swaps or downgrades get nothing?"""

import base64
import hashlib
import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from homeward.access.api import close_client, system
from homeward.fhir.tests.an_app import BACK, AnApp, told
from homeward.fhir.tests.partner import partner
from homeward.fhir.tests.test_apps import known, nurse
from tests.plumbing.people_at_work import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> Client:
    return signed_in(nurse())


def reader(**more: Any) -> AnApp:
    return AnApp(scopes="user/*.rs offline_access", **more)


@pytest.mark.hazard(
    "HZ-S73-61",
    hazard="Somebody who reads the code on its way back to an app gets a token for the record.",
    control="A code is good once, for a minute, for its own app and address, and only with the verifier that never left the app; "
    "brought twice it ends everything that came of it.",
)
def test_a_code_that_is_brought_twice_ends_all_that_came_of_it(user: Client) -> None:
    app = reader()
    code = app.code(user)
    made = app.change(code).json()
    assert app.get(made["access_token"], "Organization").status_code == 200
    assert (app.change(code).status_code, app.change(code).json()["error"]) == (400, "invalid_grant")
    assert app.get(made["access_token"], "Organization").status_code == 401
    assert app.refresh(made["refresh_token"]).json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "changed",
    [
        {"code_verifier": secrets.token_urlsafe(64)},
        {"code_verifier": ""},
        {"code_verifier": "short"},
        {"redirect_uri": "https://app.example/other"},
        {"redirect_uri": ""},
        {"code": "made-up"},
        {"code": "a\x00b"},
    ],
)
def test_a_code_with_anything_wrong_gives_nothing_and_is_used_up(user: Client, changed: dict[str, str]) -> None:
    app = reader()
    code = app.code(user)
    answer = app.change(**{"code": code, **changed})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    if "code" not in changed:
        assert app.change(code).json()["error"] == "invalid_grant"


def test_a_code_is_no_use_to_another_app_nor_after_a_minute(user: Client) -> None:
    app, thief = reader(), reader(name="Thief")
    thief.verifier = app.verifier
    assert thief.change(app.code(user)).json()["error"] == "invalid_grant"
    code = app.code(user)
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert app.change(code).json()["error"] == "invalid_grant"


def test_an_app_with_a_secret_must_show_it(user: Client) -> None:
    app = reader(public=False)
    code = app.code(user)
    assert app.change(code, client_secret="wrong").status_code == 401
    basic = base64.b64encode(f"{app.client_id}:{app.secret}".encode()).decode()
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "code_verifier": app.verifier}
    answer: Any = Client().post("/oauth/token", form, headers={"Authorization": f"Basic {basic}"})
    assert answer.status_code == 200
    assert app.refresh(answer.json()["refresh_token"], client_secret="wrong").status_code == 401
    for grant in ("client_credentials", "password"):  # an app is nobody by itself
        form = {"grant_type": grant, "client_id": app.client_id, "client_secret": app.secret}
        assert Client().post("/oauth/token", form).status_code == 400
    public = reader()
    assert (
        Client().post("/oauth/token", {"grant_type": "client_credentials", "client_id": public.client_id}).status_code
        == 401
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge": ""},
        {"code_challenge_method": "plain"},
        {"code_challenge_method": ""},
        {"code_challenge": "too-short"},
        {"response_type": "token"},
        {"aud": "https://elsewhere.example/fhir"},
        {"aud": ""},
        {"state": ""},
        {"scope": "system/*.cruds"},
        {"scope": "launch/patient"},
        {"scope": ""},
        {"scope": "launch patient/*.rs"},
    ],
)
def test_a_request_that_is_not_right_goes_back_as_a_fault(user: Client, changed: dict[str, str]) -> None:
    answer: Any = user.get("/oauth/authorize", AnApp(scopes="launch user/*.rs patient/*.rs").asks(**changed))
    assert answer.status_code == 303 and answer["Location"].startswith(f"{BACK}?"), answer.content
    back = told(answer)
    assert back["error"] in ("invalid_request", "invalid_scope", "unsupported_response_type") and "code" not in back


@pytest.mark.parametrize(
    "address",
    [
        "https://app.example/back/",
        "https://app.example/back?x=1",
        "https://evil.example/back",
        "https://app.example/BACK",
        "",
        "//app.example/back",
    ],
)
def test_nobody_is_sent_to_an_address_that_was_not_registered(user: Client, address: str) -> None:
    answer: Any = user.get("/oauth/authorize", reader().asks(redirect_uri=address))
    assert answer.status_code == 404 and "Location" not in answer
    twice = f"{urlencode(reader().asks())}&redirect_uri=https://evil.example/"
    assert user.get(f"/oauth/authorize?{twice}").status_code == 404


def test_a_yes_must_come_from_our_own_page(user: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = user.cookies
    answer: Any = strict.post(f"/oauth/authorize?{urlencode(reader().asks())}", {"answer": "yes"})
    assert answer.status_code == 403 and "Location" not in answer


@pytest.mark.hazard(
    "HZ-S73-62",
    hazard="A refresh token is copied from a lost phone, and somebody goes on reading for months.",
    control="Each refresh token is good once; whoever brings one a second time ends the whole allowance, and so does the user's page.",
)
def test_a_refresh_token_turns_over_and_a_second_use_ends_everything(user: Client) -> None:
    app = reader()
    first = app.tokens(user)
    second = app.refresh(first["refresh_token"]).json()
    assert second["refresh_token"] != first["refresh_token"]
    assert app.get(second["access_token"], "Organization").status_code == 200
    assert reader(name="Thief").refresh(second["refresh_token"]).json()["error"] == "invalid_grant"
    assert app.refresh(first["refresh_token"]).json()["error"] == "invalid_grant"
    assert app.get(second["access_token"], "Organization").status_code == 401
    assert app.refresh(second["refresh_token"]).json()["error"] == "invalid_grant"


def test_a_refresh_gives_no_more_than_was_allowed(user: Client) -> None:
    app = AnApp(scopes="user/Observation.rs user/Organization.rs offline_access", given="user/*.rs offline_access")
    made = app.tokens(user)
    assert app.refresh(made["refresh_token"], scope="user/*.rs").json()["error"] == "invalid_scope"
    narrow = app.refresh(made["refresh_token"], scope="user/Observation.rs").json()
    assert app.get(narrow["access_token"], "Organization").status_code == 403
    wide = app.refresh(narrow["refresh_token"]).json()
    assert app.get(wide["access_token"], "Organization").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert app.get(wide["access_token"], "Organization").status_code == 401
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert app.refresh(wide["refresh_token"]).json()["error"] == "invalid_grant"


def test_a_token_is_revoked_and_only_by_its_own_app(user: Client) -> None:
    app, thief = reader(), reader(name="Thief")
    made = app.tokens(user)
    form = {"token": made["refresh_token"]}
    assert Client().post("/oauth/revoke", form | {"client_id": thief.client_id}).status_code == 200
    assert app.get(made["access_token"], "Organization").status_code == 200
    assert Client().post("/oauth/revoke", form | {"client_id": app.client_id}).status_code == 200
    assert app.get(made["access_token"], "Organization").status_code == 401
    assert Client().post("/oauth/revoke", form | {"client_id": "nobody"}).status_code == 401
    assert Client().get("/oauth/revoke").status_code == 405


def test_an_app_that_somebody_let_in_changes_nothing(user: Client) -> None:
    app = AnApp(scopes="user/*.cruds user/*.* patient/*.write", given="user/*.rs patient/*.rs")
    made = app.tokens(user)
    assert set(made["scope"].split()) == {"user/*.rs", "user/*.read"}
    by_token = {"Authorization": f"Bearer {made['access_token']}"}
    for path, body in (
        ("Observation", {"resourceType": "Observation"}),
        ("$process-message", {"resourceType": "Bundle"}),
    ):
        answer = Client().post(f"/fhir/R4/{path}", body, content_type="application/fhir+json", headers=by_token)
        assert answer.status_code == 403, (path, answer.content)


def test_only_digests_are_kept(user: Client) -> None:
    app = reader()
    code = app.code(user)
    made = app.change(code).json()
    with connection.cursor() as cursor:
        cursor.execute(
            "select c::text from access_appcode c union all select t::text from access_apptoken t union all select g::text from access_appgrant g"
        )
        kept = " ".join(row[0] for row in cursor.fetchall())
    for secret in (code, made["access_token"], made["refresh_token"], app.verifier):
        assert secret not in kept and secret.encode().hex() not in kept
    assert hashlib.sha256(made["refresh_token"].encode()).hexdigest() in kept


def test_a_refresh_token_is_no_access_token_and_no_systems_token(user: Client) -> None:
    app = reader()
    made = app.tokens(user)
    assert app.get(made["refresh_token"], "Organization").status_code == 401
    assert app.refresh(made["access_token"]).json()["error"] == "invalid_grant"
    assert app.refresh(partner("system/*.rs").token).json()["error"] == "invalid_grant"


def test_closing_the_app_shuts_it_out(user: Client) -> None:
    app = reader()
    made = app.tokens(user)
    close_client(client_id=app.client_id, by=system("setup"), at=timezone.now())
    assert app.get(made["access_token"], "Organization").status_code == 401
    assert app.refresh(made["refresh_token"]).status_code == 401
    assert user.get("/oauth/authorize", app.asks()).status_code == 404


def test_a_patient_token_never_opens_a_second_person_through_a_batch_or_an_include() -> None:
    by = nurse()
    ada, eve = known("9990000018", "Brook", by), known("9990000115", "Other", by)
    app = AnApp(scopes="launch/patient patient/*.rs user/*.rs")
    token = app.tokens(signed_in(by), person=ada)["access_token"]
    asked = [f"Patient/{eve}", f"Observation?patient={eve}", f"Patient?_id={eve}&_revinclude=Observation:patient"]
    entry = [{"request": {"method": "GET", "url": each}} for each in asked]
    bundle = {"resourceType": "Bundle", "type": "batch", "entry": entry}
    answer = Client().post(
        "/fhir/R4", bundle, content_type="application/fhir+json", headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 200 and str(eve) not in answer.content.decode().replace(f"Patient/{eve}", "").replace(
        f"patient={eve}", ""
    ).replace(f"_id={eve}", "")
    assert "Other" not in answer.content.decode()

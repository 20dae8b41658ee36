"""Is somebody's word taken from a real sign-in service, and only when every check of the exchange holds?"""

import base64
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth import get_user_model
from django.test import Client

from homeward.access.api import add_membership, close_user, create_user, system
from homeward.directory.api import place
from homeward.people.api import PersonDetails, register
from homeward.web.sign_in.oidc import exchange
from tests.plumbing.people_at_work import LONG_AGO

pytestmark = pytest.mark.django_db
NUMBER = "9449306621"
BACK = "http://testserver/sign-in/with/{}/back/"


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """The provider's address, while it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = Path(__file__).with_name("provider.py")
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(script), str(port)],
        env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                requests.get(f"{address}/jwks", timeout=1)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def services(issuer: str, settings: Any) -> None:
    """Both services set up, each with a client registered at the provider."""
    made = []
    for code in ("staff", "citizen"):
        body = {"redirect_uris": [BACK.format(code)], "token_endpoint_auth_method": "client_secret_post"}
        client = requests.post(f"{issuer}/oauth2/clients", json=body, timeout=5).json()
        made.append(
            {
                "code": code,
                "words": f"Sign in as {code}",
                "issuer": issuer,
                "client_id": client["client_id"],
                "client_secret": client["client_secret"],
            }  # fmt: skip
        )
    settings.HOMEWARD_SIGN_IN_SERVICES = made


def known(issuer: str, sub: str, **claims: object) -> None:
    """Tell the provider about somebody."""
    requests.put(f"{issuer}/users/{sub}", json=claims, timeout=5).raise_for_status()


def set_out(browser: Client, code: str, *, to: str = "/help/") -> str:
    answer = browser.post(f"/sign-in/with/{code}/", {"next": to})
    assert answer.status_code == 302
    return answer.headers["Location"]


def consent(address: str, sub: str) -> str:
    """What the person does at the provider; returns where the provider sends their browser."""
    answer = requests.post(address, data={"sub": sub}, allow_redirects=False, timeout=5)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def come_in(browser: Client, code: str, sub: str) -> Any:
    return browser.get(consent(set_out(browser, code), sub))


def invited(email: str = "asha@trust.example") -> Any:
    """A staff account with a role, waiting for its holder."""
    role = next(code for code, role in place().roles.items() if role.may("hub.work"))
    user = create_user(email=email, name="Asha Patel", by=system("setup"), at=LONG_AGO)
    add_membership(
        user_id=user.id, organisation_code="x", role_code=role, team_codes=(), by=system("setup"), at=LONG_AGO
    )
    return user


def signed_in_as(browser: Client) -> str:
    return str(browser.session.get("_auth_user_id", ""))


def test_invited_staff_come_in_and_their_account_is_bound_to_the_subject(issuer: str, services: None) -> None:
    user = invited()
    known(issuer, "asha", email="Asha@Trust.example", email_verified=True)
    browser = Client()
    assert "Sign in as staff" in browser.get("/sign-in/").content.decode()
    answer = come_in(browser, "staff", "asha")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/help/")
    assert signed_in_as(browser) == str(user.id)
    user.refresh_from_db()
    assert user.subject == f"{issuer} asha"
    known(issuer, "asha", email="married@trust.example", email_verified=True)
    assert come_in(Client(), "staff", "asha").status_code == 302  # by the subject, whatever the address is now
    assert browser.get("/audit/").headers["Location"].startswith("/sign-in/second-factor/set-up/")


def test_a_service_that_asks_for_a_second_factor_is_trusted_with_it(issuer: str, services: None, settings: Any) -> None:
    settings.HOMEWARD_SIGN_IN_SERVICES[0]["second_factor"] = True
    invited()
    known(issuer, "asha", email="asha@trust.example", email_verified=True)
    browser = Client()
    come_in(browser, "staff", "asha")
    assert browser.get("/audit/").status_code == 403  # in, in a role without that page


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "asha@trust.example", "email_verified": False},
        {"email": "asha@trust.example"},
        {"email": "stranger@trust.example", "email_verified": True},
        {},
    ],
)
def test_staff_who_were_not_invited_get_no_account(claims: dict[str, Any], issuer: str, services: None) -> None:
    invited()
    known(issuer, "other", **claims)
    browser, before = Client(), get_user_model().objects.count()
    answer = come_in(browser, "staff", "other")
    assert answer.status_code == 403 and "You do not have a Homeward account yet." in answer.content.decode()
    assert signed_in_as(browser) == "" and get_user_model().objects.count() == before


def test_an_account_bound_to_one_subject_or_closed_is_opened_by_no_other(issuer: str, services: None) -> None:
    user = invited()
    for sub in ("asha", "impostor"):
        known(issuer, sub, email="asha@trust.example", email_verified=True)
    assert come_in(Client(), "staff", "asha").status_code == 302
    assert come_in(Client(), "staff", "impostor").status_code == 403
    close_user(user_id=user.id, by=system("setup"), at=datetime.now(UTC))
    assert come_in(Client(), "staff", "asha").status_code == 403


def citizen_person() -> Any:
    details = PersonDetails(
        family="Cole", given="Ivy", birth_date=date(1941, 3, 2), sex="female", nhs_number=NUMBER,
        address_lines=("1 High Street",), postcode="B31 1AA",
    )  # fmt: skip
    return register(details=details, by=system("demo"), at=LONG_AGO)


def test_a_citizen_comes_in_by_a_verified_nhs_number_and_keeps_one_account(issuer: str, services: None) -> None:
    person = citizen_person()
    known(
        issuer,
        "ivy",
        name="Ivy Cole",
        nhs_number=NUMBER,
        identity_proofing_level="P9",
        email="ivy@home.example",
        email_verified=True,
    )
    browser = Client()
    assert come_in(browser, "citizen", "ivy").headers["Location"] == "/help/"
    user = get_user_model().objects.get(pk=signed_in_as(browser))
    assert (user.kind, user.person_id, user.email) == ("citizen", person.id, "ivy@home.example")
    again = Client()
    come_in(again, "citizen", "ivy")
    assert signed_in_as(again) == str(user.pk)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"nhs_number": NUMBER, "identity_proofing_level": "P5"}, "sure who you are"),
        ({"nhs_number": NUMBER}, "sure who you are"),
        ({"nhs_number": "1234567890", "identity_proofing_level": "P9"}, "sure who you are"),
        ({"nhs_number": "9434765919", "identity_proofing_level": "P9"}, "do not hold a record"),
    ],
)
def test_other_citizens_are_refused_kindly(claims: dict[str, Any], words: str, issuer: str, services: None) -> None:
    citizen_person()
    known(issuer, "guest", name="Guest", **claims)
    browser = Client()
    answer = come_in(browser, "citizen", "guest")
    assert answer.status_code == 403 and words in answer.content.decode() and signed_in_as(browser) == ""


def refused(answer: Any, browser: Client) -> bool:
    return (
        answer.status_code == 400 and "You were not signed in." in answer.content.decode() and not signed_in_as(browser)
    )


def test_state_verifier_and_nonce_bind_the_answer_to_the_browser(issuer: str, services: None) -> None:
    invited()
    known(issuer, "asha", email="asha@trust.example", email_verified=True)
    mine, theirs = Client(), Client()
    back = consent(set_out(mine, "staff"), "asha")
    assert refused(theirs.get(back), theirs)  # a browser that never set out
    set_out(theirs, "staff")
    assert refused(theirs.get(back), theirs)  # another state
    code = parse_qs(urlsplit(back).query)["code"][0]
    set_out(theirs, "staff")
    state = theirs.session["sign_in_service"]["state"]
    assert refused(theirs.get(f"/sign-in/with/staff/back/?code={code}&state={state}"), theirs)  # another verifier
    assert refused(mine.get(back), mine)  # and the code was spent by the attempt
    back = consent(set_out(mine, "staff"), "asha")
    session = mine.session
    session["sign_in_service"] = {**session["sign_in_service"], "nonce": "another"}
    session.save()
    assert refused(mine.get(back), mine)
    back = consent(set_out(mine, "staff"), "asha")
    assert mine.get(back).status_code == 302
    assert mine.get(back).status_code == 400  # what was kept serves once


def test_the_person_may_say_no_at_the_service(services: None) -> None:
    browser = Client()
    address = set_out(browser, "staff")
    answer = requests.post(address, data={"action": "deny"}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    state = browser.session["sign_in_service"]["state"]
    assert refused(browser.get(f"{back.path}?{back.query}&state={state}"), browser)


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def resigned(header: dict[str, Any], claims: dict[str, Any]) -> str:
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, other, algorithm="RS256", headers=header)


FORGERIES: dict[str, Callable[[dict[str, Any], dict[str, Any], str], str]] = {
    "claims changed under the old signature": lambda head, body, sign: f"{part(head)}.{part({**body, 'sub': 'boss'})}.{sign}",
    "signed by another key": lambda head, body, _: resigned(head, body),
    "not signed": lambda head, body, _: f"{part({**head, 'alg': 'none'})}.{part(body)}.",
    "a shared-secret signature": lambda head, body, _: jwt.encode(body, "x" * 40, algorithm="HS256", headers={"typ": "JWT"}),
    "no token": lambda head, body, _: "",
    "rubbish": lambda head, body, _: "a.b.c",
}  # fmt: skip


@pytest.mark.parametrize("how", FORGERIES)
def test_a_forged_token_is_refused(how: str, issuer: str, services: None, monkeypatch: pytest.MonkeyPatch) -> None:
    invited()
    known(issuer, "asha", email="asha@trust.example", email_verified=True)
    honest = exchange._tokens

    def tampered(*args: Any, **kwargs: Any) -> dict[str, Any]:
        tokens = honest(*args, **kwargs)
        head, body, signature = tokens["id_token"].split(".")
        read = [json.loads(base64.urlsafe_b64decode(each + "==")) for each in (head, body)]
        return {**tokens, "id_token": FORGERIES[how](read[0], read[1], signature)}

    monkeypatch.setattr(exchange, "_tokens", tampered)
    browser = Client()
    assert refused(come_in(browser, "staff", "asha"), browser)


def test_a_token_for_another_client_and_one_that_is_over_are_refused(
    issuer: str, services: None, settings: Any
) -> None:
    import time_machine

    invited()
    known(issuer, "asha", email="asha@trust.example", email_verified=True)
    browser = Client()
    back = consent(set_out(browser, "staff"), "asha")
    with time_machine.travel(time.time() + 2 * 3600):
        assert refused(browser.get(back), browser)
    staff, citizen = settings.HOMEWARD_SIGN_IN_SERVICES
    settings.HOMEWARD_SIGN_IN_SERVICES = [staff, {**citizen, "code": "staff"}][1:]
    assert provider_audience_differs(issuer, staff, citizen)


def provider_audience_differs(issuer: str, mine: dict[str, Any], other: dict[str, Any]) -> bool:
    """A token honestly signed for the other client is not taken for ours."""
    from homeward.web.sign_in.oidc.discovery import ServiceFault
    from homeward.web.sign_in.oidc.providers import Service

    address, kept = exchange.begin(Service(**{**other, "code": "staff"}), back=BACK.format("citizen"))
    code = parse_qs(urlsplit(consent(address, "asha")).query)["code"][0]
    tokens = exchange._tokens(
        Service(**{**other, "code": "staff"}), code=code, verifier=kept["verifier"], back=BACK.format("citizen")
    )
    with pytest.raises(ServiceFault, match="InvalidAudience"):
        exchange._verified(Service(**mine), tokens["id_token"], nonce=kept["nonce"])
    return exchange._verified(Service(**other), tokens["id_token"], nonce=kept["nonce"])["sub"] == "asha"


def test_a_service_that_is_down_or_plain_http_is_told_without_detail(settings: Any, services: None) -> None:
    for address in ("http://127.0.0.1:9", "http://service.example"):
        settings.HOMEWARD_SIGN_IN_SERVICES = [{**settings.HOMEWARD_SIGN_IN_SERVICES[0], "issuer": address}]
        answer = Client().post("/sign-in/with/staff/")
        assert answer.status_code == 400 and "You were not signed in." in answer.content.decode()
        assert address not in answer.content.decode()


def test_no_service_is_offered_unless_it_is_set_up(settings: Any) -> None:
    settings.HOMEWARD_SIGN_IN_SERVICES = [{"code": "staff", "words": "Work account", "issuer": "", "client_id": ""}]
    assert "Work account" not in Client().get("/sign-in/").content.decode()
    assert Client().post("/sign-in/with/staff/").status_code == 404


def test_our_own_signature_instead_of_a_secret(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization

    from homeward.web.sign_in.oidc.providers import Service

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    file = tmp_path / "key.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    service = Service(code="citizen", words="x", issuer="https://x", client_id="us", key_file=str(file))
    said = jwt.decode(
        exchange._assertion(service, "https://x/token"),
        key.public_key(),
        algorithms=["RS512"],
        audience="https://x/token",
    )
    assert (said["iss"], said["sub"]) == ("us", "us") and said["exp"] - said["iat"] == 300

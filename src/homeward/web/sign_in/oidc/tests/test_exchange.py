"""Is somebody's word taken only when every check of the exchange with a real service holds?"""

import base64
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from homeward.web.sign_in.oidc import exchange
from homeward.web.sign_in.oidc.tests.visiting import come_in, consent, invited, known, set_out, signed_in_as

pytestmark = pytest.mark.django_db
BACK = "http://testserver/sign-in/with/{}/back/"


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

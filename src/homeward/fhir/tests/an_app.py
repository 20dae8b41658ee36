"""How do the tests behave as an app that asks somebody whether it may act for them?"""

import base64
import hashlib
import json
import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from homeward.fhir.partner_client import create_app

BASE = "http://testserver/fhir/R4"
BACK = "https://app.example/back"


@dataclass
class AnApp:
    """A public app, with a verifier of its own for every time it asks."""

    scopes: str = "launch/patient patient/*.rs openid fhirUser offline_access"
    given: str = ""
    public: bool = True
    name: str = "Growth chart"
    browser: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        made = create_app(
            name=self.name, scopes=(self.given or self.scopes).split(), redirects=(BACK, "https://app.example/other"), public=self.public,
            launch_url="https://app.example/launch",
        )  # fmt: skip
        self.client_id = made["client_id"]
        self.secret = made.get("client_secret", "")
        self.verifier = secrets.token_urlsafe(64)

    def asks(self, **changed: str) -> dict[str, str]:
        """The parameters of its request; a change to '' leaves one out."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).decode().rstrip("=")
        asked = {
            "response_type": "code", "client_id": self.client_id, "redirect_uri": BACK, "scope": self.scopes, "aud": BASE,
            "state": "s-1", "nonce": "n-1", "code_challenge": challenge, "code_challenge_method": "S256", **changed,
        }  # fmt: skip
        return {name: value for name, value in asked.items() if value}

    def sent(self, user: Client, *, answer: str = "yes", person: UUID | None = None, **changed: str) -> HttpResponse:
        """The user's browser after they answered."""
        address = f"/oauth/authorize?{urlencode(self.asks(**changed))}"
        said = {"answer": answer, **({"person": str(person)} if person else {})}
        response: Any = user.post(address, said)
        return response

    def code(self, user: Client, *, person: UUID | None = None, **changed: str) -> str:
        """The code that comes back with a yes."""
        response = self.sent(user, person=person, **changed)
        assert response.status_code == 303, response.content
        back = told(response)
        assert response["Location"].startswith(f"{BACK}?") and back["state"] == "s-1", back
        return back["code"]

    def change(self, code: str, **changed: str) -> Any:
        """POST /oauth/token with a code."""
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "client_id": self.client_id,
            "code_verifier": self.verifier, **({"client_secret": self.secret} if self.secret else {}), **changed,
        }  # fmt: skip
        return self.browser.post("/oauth/token", form)

    def refresh(self, token: str, **changed: str) -> Any:
        """POST /oauth/token with a refresh token."""
        form = {"grant_type": "refresh_token", "refresh_token": token, "client_id": self.client_id}
        form |= {"client_secret": self.secret} if self.secret else {}
        return self.browser.post("/oauth/token", form | changed)

    def tokens(self, user: Client, *, person: UUID | None = None, **changed: str) -> dict[str, Any]:
        """All that a yes and its code give."""
        answer = self.change(self.code(user, person=person, **changed))
        assert answer.status_code == 200, answer.content
        found: dict[str, Any] = answer.json()
        return found

    def get(self, token: str, path: str) -> Any:
        """Read something under the FHIR base."""
        return self.browser.get(f"/fhir/R4/{path}", headers={"Authorization": f"Bearer {token}"})


def told(response: HttpResponse) -> dict[str, str]:
    """What the app is told in its address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(response["Location"]).query).items()}


def entries(response: Any) -> list[dict[str, Any]]:
    """The resources of a Bundle."""
    assert response.status_code == 200, response.content
    return [each["resource"] for each in json.loads(response.content).get("entry", [])]


def sentences(response: Any) -> str:
    """The page as its reader sees it, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())

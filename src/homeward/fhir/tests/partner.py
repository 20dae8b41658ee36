"""How do the tests talk to the FHIR door as a partner's system would?"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from homeward.fhir.partner_client import create_partner_client

MESSAGES = "/fhir/R4/$process-message"


@dataclass
class Partner:
    """A system with a token of its own, got over HTTP as any partner gets it."""

    client: Client
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    def send(self, message: object, **headers: str) -> HttpResponse:
        """Post a message: a tree, or bytes as they are."""
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        kind = headers.pop("content_type", "application/fhir+json")
        sent = {"Authorization": f"Bearer {self.token}", **self.headers, **headers}
        response: Any = self.client.post(MESSAGES, data=body, content_type=kind, headers=sent)
        return response

    def get(self, path: str, **headers: str) -> HttpResponse:
        """Read something under the FHIR base."""
        response: Any = self.client.get(
            f"/fhir/R4/{path}", headers={"Authorization": f"Bearer {self.token}", **headers}
        )
        return response

    def post(self, path: str, body: object, **headers: str) -> HttpResponse:
        """Post something under the FHIR base: a tree, or text as it is."""
        return self._write("post", path, body, headers)

    def put(self, path: str, body: object, **headers: str) -> HttpResponse:
        """Put something under the FHIR base."""
        return self._write("put", path, body, headers)

    def _write(self, method: str, path: str, body: object, headers: dict[str, str]) -> HttpResponse:
        content = body if isinstance(body, (bytes, str)) else json.dumps(body)
        sent = {"Authorization": f"Bearer {self.token}", **headers}
        address = f"/fhir/R4/{path}" if path else "/fhir/R4"
        response: Any = getattr(self.client, method)(
            address, data=content, content_type="application/fhir+json", headers=sent
        )
        return response


def partner(*scopes: str, name: str = "Ambulance control", organisation: str = "") -> Partner:
    """A new partner with these scopes (all of them when none are named)."""
    wanted = scopes or ("system/$process-message", "system/ServiceRequest.rs")
    made = create_partner_client(name=name, scopes=wanted, organisation=organisation)
    client = Client(raise_request_exception=True)
    answer = client.post("/oauth/token", {"grant_type": "client_credentials", **made})
    assert answer.status_code == 200, answer.content
    return Partner(client=client, token=answer.json()["access_token"])


def outcome(response: Any) -> dict[str, Any]:
    """The first issue of an OperationOutcome answer."""
    tree: dict[str, Any] = json.loads(response.content)
    assert tree["resourceType"] == "OperationOutcome", tree
    issue: dict[str, Any] = tree["issue"][0]
    return issue


NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

"""How does a partner's system send a message to the served Homeward, as any partner would?"""

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.journeys.stage.house import House


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    body: bytes

    @property
    def referral_id(self) -> str:
        """The id of the referral that the answer speaks of."""
        entries: list[dict[str, Any]] = json.loads(self.body)["entry"]
        return next(str(each["resource"]["id"]) for each in entries if each["resource"]["resourceType"] == "ServiceRequest")


def _asked(request: urllib.request.Request) -> Answer:
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Answer(status=answer.status, body=answer.read())
    except urllib.error.HTTPError as error:
        return Answer(status=error.code, body=error.read())


@dataclass(frozen=True, kw_only=True)
class PartnerSystem:
    """A system with a client of its own, made by the command, and a token got over HTTP."""

    url: str
    token: str

    @classmethod
    def of(cls, house: House, name: str) -> "PartnerSystem":
        """A new one each time."""
        made = json.loads(house.command("client", "create", f"{name} {uuid4().hex[:6]}", "--scope", "system/$process-message", "--json"))
        form = urllib.parse.urlencode({"grant_type": "client_credentials", **made}).encode()
        answer = _asked(urllib.request.Request(f"{house.url}/oauth/token", data=form, method="POST"))
        assert answer.status == 200, answer.body
        return cls(url=house.url, token=json.loads(answer.body)["access_token"])

    def sends(self, message: bytes) -> Answer:
        """Posts a message to be acted on."""
        return _asked(
            urllib.request.Request(
                f"{self.url}/fhir/R4/$process-message",
                data=message,
                headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/fhir+json"},
                method="POST",
            )
        )

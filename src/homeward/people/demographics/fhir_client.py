"""How is a demographics service asked over FHIR R4, as the Personal Demographics Service API has it?

Only the address is known here. A deployer whose service wants signed tokens puts a gateway that adds them at that address.
"""

import http.client
import json
import ssl
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from homeward.foundation.ids import new_id
from homeward.people.demographics.patient import registered
from homeward.people.demographics.protocol import Answer, Query, Registered

SECONDS = 5.0
MOST_BYTES = 2_000_000
MOST_RESULTS = 5


class FhirDemographics:
    """A client of one service. Holds no connection between questions, so threads may share it."""

    def __init__(self, address: str, *, seconds: float = SECONDS) -> None:
        self._parts = urlsplit(address.rstrip("/"))
        self._seconds = seconds

    def by_number(self, nhs_number: str) -> Answer:
        """GET /Patient/{number}; a merged record answers with the number that replaced it."""
        status, body = self._get(f"/Patient/{quote(nhs_number, safe='')}")
        if status == 200 and body.get("resourceType") == "Patient":
            found = _read([body])
            if not found:
                return Answer(result="unavailable", words="The answer could not be read.")
            superseded = found[0].nhs_number if found[0].nhs_number != nhs_number else ""
            return Answer(result="one", people=found, score=1.0, superseded_by=superseded)
        if status == 404:
            code = _code(body)
            return Answer(result="invalidated" if code == "INVALIDATED_RESOURCE" else "none", words=code)
        return _trouble(status, body)

    def search(self, query: Query) -> Answer:
        """GET /Patient?family=…; one person, several, none or too many."""
        status, body = self._get(f"/Patient?{urlencode(_parameters(query))}")
        if status != 200:
            return _trouble(status, body)
        if body.get("resourceType") == "OperationOutcome":
            return Answer(result="too_many" if _code(body) == "TOO_MANY_MATCHES" else "unavailable", words=_code(body))
        entries: Sequence[Mapping[str, Any]] = body.get("entry") or []
        people = _read([entry.get("resource") or {} for entry in entries])
        if len(people) != len(entries):
            return Answer(result="unavailable", words="The answer could not be read.")
        score = float((entries[0].get("search") or {}).get("score", 0)) if entries else None
        return Answer(result=("none", "one")[len(people)] if len(people) < 2 else "several", people=people, score=score)

    def _get(self, path: str) -> tuple[int, Mapping[str, Any]]:
        """Status and body; status 0 when nothing readable came back in time."""
        kind = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        options: dict[str, Any] = {"context": ssl.create_default_context()} if self._parts.scheme == "https" else {}
        connection = kind(self._parts.netloc, timeout=self._seconds, **options)
        headers = {"Accept": "application/fhir+json", "X-Request-ID": str(new_id()), "Connection": "close"}
        try:
            connection.request("GET", self._parts.path + path, headers=headers)
            response = connection.getresponse()
            body = json.loads(response.read(MOST_BYTES))
            return response.status, body if isinstance(body, dict) else {}
        except (OSError, http.client.HTTPException, ValueError):
            return 0, {}
        finally:
            connection.close()


def _parameters(query: Query) -> list[tuple[str, str]]:
    found = [("family", query.family), *(("given", each) for each in query.given)]
    found.append(("birthdate", f"eq{query.birth_date.isoformat()}"))
    if query.gender:
        found.append(("gender", query.gender))
    if query.postcode:
        found.append(("address-postalcode", query.postcode))
    if query.fuzzy:
        found.append(("_fuzzy-match", "true"))
    if query.history:
        found.append(("_history", "true"))
    return [*found, ("_max-results", str(MOST_RESULTS))]


def _read(patients: Sequence[Mapping[str, Any]]) -> tuple[Registered, ...]:
    try:
        return tuple(registered(patient) for patient in patients)
    except (KeyError, ValueError, AttributeError, TypeError):
        return ()


def _code(outcome: Mapping[str, Any]) -> str:
    """The service's own code in an OperationOutcome, for example RESOURCE_NOT_FOUND."""
    try:
        return str(outcome["issue"][0]["details"]["coding"][0]["code"])
    except (KeyError, IndexError, TypeError):
        return ""


def _trouble(status: int, body: Mapping[str, Any]) -> Answer:
    return Answer(result="unavailable", words=_code(body) or (f"Status {status}" if status else "No answer in time"))

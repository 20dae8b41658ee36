"""How do our resources point at one another and at the place's own?"""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory.api import place
from homeward.fhir.search.elements import Tree
from homeward.grammar.as_fhir.parts import fhir_id

SNOMED = "http://snomed.info/sct"


def to_patient(person_id: UUID) -> Tree:
    """The person."""
    return {"reference": f"Patient/{person_id}", "type": "Patient"}


def to_team(code: str) -> Tree:
    """A team of the place, by name; one that is no longer declared by its code."""
    team = place().teams.get(code)
    if team is None:
        return {"display": code}
    return {"reference": f"Organization/{fhir_id('team', code)}", "display": team.name}


def to_service(code: str) -> Tree:
    """A service of the place."""
    service = place().services.get(code)
    if service is None:
        return {"display": code}
    return {"reference": f"HealthcareService/{fhir_id('service', code)}", "display": service.title}


def moment(at: datetime | None) -> str | None:
    """A FHIR dateTime in UTC."""
    return None if at is None else at.isoformat(timespec="seconds").replace("+00:00", "Z")


def period(start: datetime | None, end: datetime | None) -> Tree | None:
    """A Period; None when neither end is known."""
    said = {name: moment(at) for name, at in (("start", start), ("end", end)) if at is not None}
    return said or None


def without_empty(tree: dict[str, Any]) -> Tree:
    """FHIR has no empty elements."""
    return {name: value for name, value in tree.items() if value not in (None, "", [], {})}

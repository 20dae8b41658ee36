"""How are ids, addresses and codes of a place written in FHIR?"""

import re
from typing import Any, TypeAlias

Resource: TypeAlias = dict[str, Any]

ODS = "https://fhir.nhs.uk/Id/ods-organization-code"
ONS = "https://statistics.data.gov.uk/id/statistical-geography"
SNOMED = "http://snomed.info/sct"
TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
# Reserved for examples: the deployer passes the address its own FHIR server has.
EXAMPLE_BASE = "https://homeward.example/fhir/R4"


def fhir_id(kind: str, code: str) -> str:
    """An id that FHIR allows (64 of letters, figures, hyphen, full stop) and that no other kind shares."""
    return re.sub(r"[^A-Za-z0-9.-]", "-", f"{kind}-{code}")[:64]


def reference(resource: str, kind: str, code: str, display: str | None = None) -> Resource:
    """A reference to another resource of the same place."""
    pointed: Resource = {"reference": f"{resource}/{fhir_id(kind, code)}"}
    return pointed if display is None else {**pointed, "display": display}


def concept(words: str, *, system: str | None = None, code: str | None = None) -> Resource:
    """A CodeableConcept: always words, and a code when there is one."""
    if system is None or code is None:
        return {"text": words}
    return {"coding": [{"system": system, "code": code, "display": words}], "text": words}


def definition(resource: str, *, kind: str, code: str, title: str, base: str) -> Resource:
    """What every definitional resource begins with."""
    ident = fhir_id(kind, code)
    return {
        "resourceType": resource,
        "id": ident,
        "url": f"{base}/{resource}/{ident}",
        "name": re.sub(r"\W", "", title.title()) or ident,
        "title": title,
        "status": "active",
    }


def canonical(resource: str, *, kind: str, code: str, base: str) -> str:
    """The address another definition is known by."""
    return f"{base}/{resource}/{fhir_id(kind, code)}"

"""Who might this be? (FHIR R4 Patient/$match: people who fit a Patient, the likeliest first, each with its score)"""

from typing import Any

import orjson

from homeward.fhir.door.body import read_body
from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import written
from homeward.fhir.resources import patient
from homeward.fhir.resources.patient_facts import details_of
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.foundation.r4.issues import Faulty, Issue, Resource
from homeward.foundation.r4.validate import validate
from homeward.people.api import search

CERTAIN, PROBABLE = 13.0, 8.0  # weights of `people.search`: the same name and birth date; most of it
_GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade"


def match(call: Call) -> Answer:
    """POST Patient/$match with Parameters or a Patient."""
    wanted, most = _asked(call)
    said = details_of(wanted)
    found = search(
        by=call.partner, at=call.at, nhs_number=said.nhs_number, birth_date=said.birth_date, family=said.family,
        given=said.given, postcode=said.postcode, limit=most,
    )  # fmt: skip
    entries = []
    for row in found:
        try:
            with opened(call, row.person_id, why="matching a person over FHIR"):
                shown = patient.get(row.person_id, call)
        except (NotPermitted, NotFound):
            continue
        if shown:
            entries.append(_entry(call, shown.id, shown.json, row.weight))
    bundle: dict[str, Any] = {"resourceType": "Bundle", "type": "searchset", "total": len(entries)}
    if entries:
        bundle["entry"] = entries
    return Answer(resource=written(bundle))


def _asked(call: Call) -> tuple[dict[str, Any], int]:
    resource = validate(read_body(call.request))
    if not isinstance(resource, Resource):
        raise Faulty(*resource)
    tree: dict[str, Any] = resource.tree
    if resource.type == "Patient":
        return tree, 20
    named = {each.get("name"): each for each in tree.get("parameter", ())} if resource.type == "Parameters" else {}
    wanted = named.get("resource", {}).get("resource")
    if not isinstance(wanted, dict) or wanted.get("resourceType") != "Patient":
        words = "Send Parameters with a 'resource' that is a Patient, or a Patient alone."
        raise Faulty(Issue(code="required", diagnostics=words, expression="Parameters.parameter"), status=422)
    count = named.get("count", {}).get("valueInteger", 20)
    return wanted, count if isinstance(count, int) and 0 < count <= 20 else 20


def _entry(call: Call, id: str, text: bytes, weight: float) -> dict[str, Any]:
    grade = "certain" if weight >= CERTAIN else "probable" if weight >= PROBABLE else "possible"
    return {
        "fullUrl": call.address(f"Patient/{id}"),
        "resource": orjson.Fragment(text),
        "search": {
            "extension": [{"url": _GRADE, "valueCode": grade}],
            "mode": "match",
            "score": round(min(1.0, max(0.0, weight / (CERTAIN + 2))), 3),
        },
    }

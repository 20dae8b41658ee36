"""How much of each resource is sent: all of it, a summary, only some elements? (FHIR R4 search, 3.1.1.5)"""

from collections.abc import Mapping
from typing import Any

from homeward.fhir.search.elements import Tree

_ALWAYS = ("resourceType", "id", "meta", "implicitRules", "modifierExtension")
_SUBSETTED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "code": "SUBSETTED",
    "display": "Resource encoded in summary mode",
}
# Summaries leave out what is long and repeats: elements that R4 (4.0.1) does not mark as summary and that weigh most.
_LONG = frozenset(
    "text contained extension note comment description photo contact communication component section item content"
    " dosage dosageInstruction dispenseRequest activity referenceRange reaction evidence stage participant"
    " hospitalization availableTime notAvailable eligibility interpretation bodySite method device specimen"
    " presentedForm provision supportingInfo input output payload".split()
)
# What some kinds cannot do without: marked as summary there, or mandatory. A blood pressure is in its components.
_KEPT = {
    "Observation": "component",
    "DocumentReference": "content description",
    "Appointment": "participant description",
    "Encounter": "class participant",
    "Consent": "scope category provision",
    "Condition": "bodySite",
    "ServiceRequest": "bodySite specimen",
    "CarePlan": "description",
    "Goal": "lifecycleStatus description",
    "Task": "description",
    "Procedure": "bodySite",
    "Media": "content bodySite device",
    "Location": "description",
    "HealthcareService": "comment photo",
    "ImagingStudy": "description",
    "Questionnaire": "description",
    "PlanDefinition": "description",
    "Measure": "description",
}
_MANDATORY = {
    "DocumentReference": ("content",), "Appointment": ("participant",), "Encounter": ("class",), "Consent": ("scope", "category"),
    "Goal": ("lifecycleStatus", "description"), "Media": ("content",),
}  # fmt: skip
_MUST = frozenset("status intent code subject patient item".split())


def shaped(tree: Tree, *, summary: str, elements: tuple[str, ...]) -> Tree:
    """The resource as it was asked for; one that lacks something says so in its meta.tag."""
    kind = str(tree.get("resourceType"))
    always = {*_ALWAYS, *_MUST, *_MANDATORY.get(kind, ())}
    if elements:
        return _marked({name: value for name, value in tree.items() if name in always or name in elements})
    if summary == "true":
        kept = {*_ALWAYS, *_KEPT.get(kind, "").split()}
        return _marked({name: value for name, value in tree.items() if name not in _LONG or name in kept})
    if summary == "text":
        return _marked({name: value for name, value in tree.items() if name in always or name == "text"})
    if summary == "data":
        return _marked({name: value for name, value in tree.items() if name != "text"})
    return tree


def _marked(tree: Tree) -> Tree:
    meta: Mapping[str, Any] = tree.get("meta") or {}
    return {**tree, "meta": {**meta, "tag": [*meta.get("tag", []), _SUBSETTED]}}

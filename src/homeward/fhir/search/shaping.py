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
# Summaries leave out what is long and repeats: the elements that R4 does not mark as summary and that weigh most.
_LONG = frozenset(
    "text contained extension note comment description photo contact communication component section item content"
    " dosageInstruction dispenseRequest activity referenceRange reaction evidence stage participant hospitalization"
    " availableTime notAvailable eligibility interpretation bodySite method device specimen presentedForm provision"
    " supportingInfo patientInstruction input output payload".split()
)
_MUST = frozenset("status intent code subject patient item".split())


def shaped(tree: Tree, *, summary: str, elements: tuple[str, ...]) -> Tree:
    """The resource as it was asked for; one that lacks something says so in its meta.tag."""
    if elements:
        return _marked({name: value for name, value in tree.items() if name in (*_ALWAYS, *elements) or name in _MUST})
    if summary == "true":
        return _marked({name: value for name, value in tree.items() if name not in _LONG or name in _ALWAYS})
    if summary == "text":
        return _marked({name: value for name, value in tree.items() if name in (*_ALWAYS, "text") or name in _MUST})
    if summary == "data":
        return _marked({name: value for name, value in tree.items() if name != "text"})
    return tree


def _marked(tree: Tree) -> Tree:
    meta: Mapping[str, Any] = tree.get("meta") or {}
    return {**tree, "meta": {**meta, "tag": [*meta.get("tag", []), _SUBSETTED]}}

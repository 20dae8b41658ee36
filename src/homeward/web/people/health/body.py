"""What do the few elements of a FHIR R4 resource say that a page shows and no column holds?"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from homeward.web.people.health.units import said_unit

Tree = Mapping[str, Any]


def tree_of(body: str) -> Tree:
    """The resource as it was received; empty when the list was asked for without bodies."""
    read = json.loads(body) if body else {}
    return read if isinstance(read, dict) else {}


def words_of(concept: object) -> str:
    """The text of a CodeableConcept, or of its first coding that has a display."""
    if isinstance(concept, list):
        concept = concept[0] if concept else None
    if not isinstance(concept, Mapping):
        return ""
    if isinstance(concept.get("text"), str):
        return str(concept["text"])
    shown = (each.get("display") for each in _list(concept.get("coding")) if isinstance(each, Mapping))
    return next((each for each in shown if isinstance(each, str)), "")


def codes_of(concept: object) -> Iterator[str]:
    """Its codings, each 'system|code'."""
    if isinstance(concept, Mapping):
        for each in _list(concept.get("coding")):
            if isinstance(each, Mapping) and each.get("code"):
                yield f"{each.get('system', '')}|{each['code']}"


def reactions(tree: Tree) -> list[str]:
    """What happened to somebody with an allergy, in words."""
    shown = [words_of(each) for one in _maps(tree.get("reaction")) for each in _list(one.get("manifestation"))]
    return list(dict.fromkeys(words for words in shown if words))


def dosage(tree: Tree) -> str:
    """How a medicine is taken, as the source wrote it."""
    for member in ("dosage", "dosageInstruction"):
        for one in _maps(tree.get(member)):
            if isinstance(one.get("text"), str):
                return str(one["text"])
    return ""


def medicine_named(tree: Tree) -> str:
    """The name that stands with a reference to a medicine, or in the medicine that came along with it."""
    pointed = tree.get("medicationReference")
    if isinstance(pointed, Mapping) and isinstance(pointed.get("display"), str):
        return str(pointed["display"])
    inside = (each for each in _maps(tree.get("contained")) if each.get("resourceType") == "Medication")
    return next((words for words in (words_of(each.get("code")) for each in inside) if words), "")


def ends_at(tree: Tree) -> datetime | None:
    """When what the resource says stops to hold, where it says so."""
    provision = tree.get("provision")
    periods = (tree.get("period"), provision.get("period") if isinstance(provision, Mapping) else None)
    for period in periods:
        end = period.get("end") if isinstance(period, Mapping) else None
        if isinstance(end, str):
            return _moment(end)
    return None


def note_of(tree: Tree) -> str:
    """The first note, or the description of a document."""
    for one in _maps(tree.get("note")):
        if isinstance(one.get("text"), str):
            return str(one["text"])
    return str(tree["description"]) if isinstance(tree.get("description"), str) else ""


def value_of(tree: Tree) -> str:
    """What was measured or found, in few words: a number with its unit, a finding, or the parts of one measurement."""
    quantity = tree.get("valueQuantity")
    if isinstance(quantity, Mapping) and isinstance(quantity.get("value"), (int, float)):
        return f"{quantity['value']:g} {said_unit(str(quantity.get('unit') or ''))}".strip()
    found = words_of(tree.get("valueCodeableConcept")) or tree.get("valueString")
    if isinstance(found, str) and found:
        return found[:200]
    parts = [value_of(each) for each in _maps(tree.get("component"))]
    return "/".join(each for each in parts if each)[:200]


def attachments(tree: Tree) -> list[Tree]:
    """The files of a document, in order."""
    inside = [each.get("attachment") for each in _maps(tree.get("content"))]
    return [each for each in inside if isinstance(each, Mapping)]


def refuted(tree: Tree) -> bool:
    """Was it found not to be so?"""
    return any(
        each.rpartition("|")[2] in ("refuted", "entered-in-error") for each in codes_of(tree.get("verificationStatus"))
    )


def _moment(text: str) -> datetime | None:
    """The end of a FHIR date of any precision: 'until 2026' lasts through 2026."""
    filled = {4: f"{text}-12-31", 7: f"{text}-28"}.get(len(text), text)
    try:
        moment = datetime.fromisoformat(filled if len(filled) > 10 else f"{filled}T23:59:59")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _maps(value: object) -> list[Tree]:
    return [each for each in _list(value) if isinstance(each, Mapping)]

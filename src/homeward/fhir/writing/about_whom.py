"""About whom is what a partner writes? The person its subject names, or the element that names nobody we know."""

from typing import Any
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.queries.known_by import people_known_by, person_with
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.patient_facts import nhs_number_in
from homeward.fhir.resources.reading import as_uuid, find
from homeward.fhir.resources.whom import is_known_as
from homeward.fhir.search.elements import Tree
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.people.api import current_id
from homeward.records.api import person_of_patient, subject_of

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"


Subjects = dict[
    tuple[str, str, str], UUID
]  # who was found to be meant by (reference, system, value) in one transaction


def person_of_tree(
    call: Call, kind: Kind, tree: Tree, *, known: Subjects | None = None, opened_next: bool = False
) -> UUID | None:
    """The person; None for a kind that is about nobody. Faulty 422, naming the element, when it cannot be told.

    `known` remembers who was meant, for as long as the caller's transaction. `opened_next`: what is done next opens the
    person's record, and must answer with `nobody_known` where that is shut; so it is not opened for the question alone.
    """
    if not kind.personal:
        return None
    element = f"{kind.name}.{_element(kind)}"
    subject = subject_of(tree)
    if subject is None:
        raise _fault("required", element, "Say whose it is: a reference to a Patient here, or an identifier.")
    said_so = _words(subject)
    found = (known or {}).get(said_so)
    if call.bound_to is not None:
        found = call.bound_to if _is(call, subject, call.bound_to) else None
    else:
        found = (
            found or _by_reference(call, subject, tree, opened_next) or _by_identifier(call, subject.get("identifier"))
        )
    if found is None:
        raise nobody_known(kind, tree)
    if known is not None and not said_so[0].startswith("#"):  # which means something else in each resource
        known[said_so] = found
    return found


def nobody_known(kind: Kind, tree: Tree) -> Faulty:
    """The refusal where nobody is meant, or somebody whose record is shut to the asker: the two sound the same."""
    subject = subject_of(tree) or {}
    said = str(subject.get("reference") or (subject.get("identifier") or {}).get("value") or "")[:80]
    words = f"'{said}' is nobody who is known here. Send the Patient first, or the NHS number."
    return _fault("not-found", f"{kind.name}.{_element(kind)}", words)


def _words(subject: Any) -> tuple[str, str, str]:
    identifier = subject.get("identifier")
    named = identifier if isinstance(identifier, dict) else {}
    return str(subject.get("reference", "")), str(named.get("system", "")), str(named.get("value", ""))


def _element(kind: Kind) -> str:
    parameter = kind.searches.get("patient")
    return parameter.paths[0] if parameter else "subject"


def _is(call: Call, subject: Any, person: UUID) -> bool:
    """Does it mean the one person whom the caller's token is for? Nobody else is looked for."""
    reference, (_, system, value) = str(subject.get("reference", "")), _words(subject)
    ours = as_uuid(reference.removeprefix(call.address("")).removeprefix("Patient/"))
    if ours is not None:
        return current_id(ours) == person
    return bool(value and not reference) and is_known_as(call, person, [f"{system}|{value}"])


def _by_reference(call: Call, subject: Any, tree: Tree, opened_next: bool) -> UUID | None:
    reference = str(subject.get("reference", ""))
    if reference.startswith("#"):
        inside: Tree = next((each for each in tree.get("contained", ()) if each.get("id") == reference[1:]), {})
        number = nhs_number_in(inside)
        return _by_identifier(call, {"system": NHS_NUMBER, "value": number}) if number else None
    path = reference.removeprefix(call.address("")).partition("/_history/")[0]
    kind, _, id = path.rpartition("/")
    if kind.rpartition("/")[2] != "Patient" or not id:
        return None
    ours = as_uuid(id) if kind == "Patient" else None
    here = (person_with(ours) if opened_next else _open_here(call, ours)) if ours else None
    return here or person_of_patient(source=call.source, source_id=id)


def _open_here(call: Call, id: UUID) -> UUID | None:
    """The person with this id, when their record opens to the asker."""
    found = find(call, KINDS["Patient"], str(id), why="finding whose resource this is")
    return current_id(id) if found is not None else None


def _by_identifier(call: Call, identifier: Any) -> UUID | None:
    if not isinstance(identifier, dict) or not identifier.get("value"):
        return None
    found = people_known_by(call, f"{identifier.get('system', '')}|{identifier['value']}")
    return found[0] if len(found) == 1 else None


def _fault(code: Any, element: str, words: str) -> Faulty:
    return Faulty(Issue(code=code, expression=element, diagnostics=words), status=422)

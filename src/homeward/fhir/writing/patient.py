"""What happens when a partner writes a Patient? The person is found or registered, and the wording is kept."""

from dataclasses import replace
from uuid import UUID

from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Call
from homeward.fhir.operations.person_of_message import NOBODY_KNEW, UNKNOWN
from homeward.fhir.resources.patient_facts import details_of, nhs_number_in
from homeward.fhir.search.elements import Tree
from homeward.fhir.writing.kept import Kept
from homeward.foundation import nhs_number
from homeward.foundation.errors import Invalid
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.people import api as people
from homeward.people.api import PersonDetails
from homeward.records.api import Received, take

_ELEMENTS = {
    "family": "name", "given": "name", "birth_date": "birthDate", "nhs_number": "identifier", "sex": "gender",
    "postcode": "address", "phone": "telecom", "email": "telecom",
}  # fmt: skip


def create_patient(call: Call, tree: Tree, text: bytes) -> Kept:
    """The person that the Patient describes: somebody already here, or new; one whom nobody named is there for review."""
    how: str
    details = _checked(tree)
    try:
        if details.family == UNKNOWN:
            person = people.register(details=details, review_reason=NOBODY_KNEW, by=call.partner, at=call.at)
            how = "needs_review"
        else:
            person, how = people.find_or_register(details=details, by=call.partner, at=call.at)
    except Invalid as refusal:
        raise _named(refusal) from refusal
    _keep(call, person.id, text, source_id=str(tree.get("id") or person.id))
    return Kept(kind="Patient", id=str(person.id), created=how != "found")


def change_patient(call: Call, person_id: UUID, tree: Tree, text: bytes) -> Kept:
    """The new wording is kept; what it tells otherwise than is known is taken over or reviewed, as the place declares."""
    _checked(tree)
    with opened(call, person_id, why="changing a Patient over FHIR"):
        _keep(call, person_id, text, source_id=str(person_id))
    return Kept(kind="Patient", id=str(person_id), created=False)


def _keep(call: Call, person_id: UUID, text: bytes, *, source_id: str) -> None:
    received = [Received(kind="Patient", text=text, source_id=source_id)]
    take(person_id=person_id, resources=received, source=call.partner.organisation, by=call.partner, at=call.at)


def _checked(tree: Tree) -> PersonDetails:
    number = nhs_number_in(tree)
    if number and not nhs_number.is_valid(number):
        words = f"'{number[:20]}' is not an NHS number: it has 10 digits and a check digit. Leave it out if it is not known."
        raise Faulty(Issue(code="value", expression="Patient.identifier", diagnostics=words), status=422)
    details = details_of(tree)
    return details if details.family else replace(details, family=UNKNOWN)


def _named(refusal: Invalid) -> Faulty:
    issues = [
        Issue(code="value", expression=f"Patient.{_ELEMENTS.get(name, name)}", diagnostics=words)
        for name, words in refusal.errors.items()
    ]
    return Faulty(*issues, status=422)

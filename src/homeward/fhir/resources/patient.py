"""How is a person shown as a FHIR Patient (UK Core)? Our own facts, and a partner's wording where it says the same."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from homeward.fhir.bars.vocabulary import NHS_NUMBER, VERIFICATION
from homeward.fhir.door.route import Call
from homeward.fhir.door.written import read_tree
from homeward.fhir.resources.patient_wording import in_their_words
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.elements import Tree
from homeward.people.api import current_id, language_name

KIND = "Patient"
PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient"
ODS = "https://fhir.nhs.uk/Id/ods-organization-code"
INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired"
STATUS_EXTENSION = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"
# NHS number statuses of the house in the words of UK Core (NHSNumberVerificationStatus).
VERIFIED = {
    "verified": "number-present-and-verified", "not_verified": "number-present-but-not-traced",
    "failed_trace": "trace-attempted-no-match-or-multiple-match-found", "disputed": "trace-required",
    "none": "number-not-present",
}  # fmt: skip
_JOINED = datetime(2026, 1, 1, tzinfo=UTC)  # when it was joined is for the people of this house
RESTRICTED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    "code": "R",
    "display": "restricted",
}


def whose(id: UUID) -> UUID | None:
    """A Patient's id is the person's; one whose record was joined to another is that other person."""
    return current_id(id)


def get(id: UUID, call: Call) -> Shown | None:
    """The person as a Patient, while their record is open. An id that leads on to another record says to which."""
    kept = current_id(id)
    if kept != id:
        link = [{"other": {"reference": f"Patient/{kept}"}, "type": "replaced-by"}]
        return Shown(kind=KIND, id=str(id), updated=_JOINED, person_id=kept, made={"active": False, "link": link})
    with connection.cursor() as cursor:
        cursor.execute("select fhir_patient(%s, %s)", [id, call.partner.organisation])
        found = cursor.fetchone()[0]
    return shown(found) if found else None


def of_person(person_id: UUID, call: Call) -> Sequence[Shown]:
    """The one Patient that this person is."""
    found = get(person_id, call)
    return [found] if found else []


def shown(text: str) -> Shown:
    """What `fhir_patient` answers, as a resource."""
    held = orjson.loads(text)
    person, kept = held["person"], held["kept"]
    updated = datetime.fromisoformat(person["changed_at"])
    made = _made(held)
    if kept:
        made = in_their_words(made, read_tree(kept["body"]), held)
        updated = max(updated, datetime.fromisoformat(kept["received_at"]))
    return Shown(
        kind=KIND,
        id=person["id"],
        updated=updated,
        effective=datetime.fromisoformat(person["registered_at"]),
        person_id=UUID(person["id"]),
        made=made,
        profile="" if kept else PROFILE,
        security=RESTRICTED if person["restricted"] else None,
    )


def _made(held: dict[str, Any]) -> Tree:
    person = held["person"]
    tree: Tree = {
        "identifier": [_identifier(each, person) for each in held["identifiers"] if "disputed" not in each["system"]],
        "active": True,
        "name": [_name(each) for each in held["names"]],
        "telecom": [{"system": each["kind"], "value": each["value"]} for each in held["contacts"] if _telecom(each)],
        "gender": person["sex"],
        "birthDate": person["birth_date"],
        "deceasedDateTime": person["death_at"],
        "address": _address(held["address"]),
        "contact": [_contact(each) for each in held["contacts"] if each["kind"] in ("carer", "next_of_kin")],
        "communication": _communication(person),
        "generalPractitioner": _practice(person),
    }
    if person["restricted"]:
        tree |= {"address": None, "telecom": None, "contact": None, "generalPractitioner": None}
    return {name: value for name, value in tree.items() if value not in (None, [], "")}


def _telecom(contact: dict[str, Any]) -> bool:
    return contact["kind"] in ("phone", "email") and bool(contact["value"])


def _identifier(row: dict[str, Any], person: dict[str, Any]) -> Tree:
    said: Tree = {"system": row["system"], "value": row["value"]}
    if row["system"] == NHS_NUMBER:
        code = {"coding": [{"system": VERIFICATION, "code": VERIFIED[person["nhs_number_status"]]}]}
        return {"extension": [{"url": STATUS_EXTENSION, "valueCodeableConcept": code}], **said}
    if row["organisation_code"]:
        said["assigner"] = {"identifier": {"system": ODS, "value": row["organisation_code"]}}
    return said


def _name(row: dict[str, Any]) -> Tree:
    usual = row["use"] == "usual" and row["valid_to"] is None
    name: Tree = {"use": "usual" if usual else "old", "family": row["family"]}
    if row["given"]:
        name["given"] = row["given"].split()
    if row["prefix"]:
        name["prefix"] = [row["prefix"]]
    if row["valid_to"]:
        name["period"] = {"end": row["valid_to"]}
    return name


def _address(row: dict[str, Any] | None) -> list[Tree]:
    if row is None or not (row["lines"] or row["postcode"]):
        return []
    home: Tree = {"use": "home", "line": row["lines"], "postalCode": row["postcode"]}
    return [{name: value for name, value in home.items() if value}]


def _contact(row: dict[str, Any]) -> Tree:
    said: Tree = {"relationship": [{"text": row["relationship"] or row["kind"].replace("_", " ")}]}
    if row["name"]:
        said["name"] = {"text": row["name"]}
    if row["value"]:
        said["telecom"] = [{"system": "phone", "value": row["value"]}]
    return said


def _communication(person: dict[str, Any]) -> list[Tree]:
    code = person["language_code"]
    if not code:
        return []
    language = {"coding": [{"system": "urn:ietf:bcp:47", "code": code, "display": language_name(code)}]}
    return [{"language": language, "preferred": True}]


def _practice(person: dict[str, Any]) -> list[Tree]:
    code = person["practice_code"]
    return [{"type": "Organization", "identifier": {"system": ODS, "value": code}}] if code else []

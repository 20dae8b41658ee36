"""How is a message answered when it was acted on: a message Bundle with ids of its own?"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from homeward.fhir.bars import vocabulary
from homeward.fhir.bars.message import Message
from homeward.foundation.r4.syntax import is_id

_NAMESPACE = UUID("b2a2c1de-6a5e-4a8e-8d5d-0b1f0b8f5a11")


def reply_bundle(
    message: Message,
    *,
    reply_id: UUID,
    referral_id: UUID,
    request_status: str,
    version: int,
    at: datetime,
    us: str,
    base: str,
) -> dict[str, Any]:
    """The answering Bundle: response code ok, the message answered, and the ServiceRequest as it now stands."""
    header, organisation, patient = (
        f"urn:uuid:{uuid5(_NAMESPACE, f'{reply_id}/{name}')}" for name in ("header", "us", "patient")
    )
    request = f"urn:uuid:{referral_id}"
    moment = at.isoformat()
    return {
        "resourceType": "Bundle",
        "id": str(reply_id),
        "meta": {"lastUpdated": moment, "profile": ["https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage"]},
        "type": "message",
        "timestamp": moment,
        "entry": [
            {"fullUrl": header, "resource": _header(message, organisation, request, base)},
            {"fullUrl": request, "resource": _request(message, referral_id, patient, request_status, version, at)},
            {"fullUrl": patient, "resource": _patient(message)},
            {"fullUrl": organisation, "resource": {"resourceType": "Organization", "name": us}},
        ],
    }


def _header(message: Message, organisation: str, request: str, base: str) -> dict[str, Any]:
    reason = vocabulary.NEW if message.kind == "new" else vocabulary.UPDATE
    return {
        "resourceType": "MessageHeader",
        "eventCoding": {"system": vocabulary.EVENTS, "code": vocabulary.RESPONSE},
        "sender": {"reference": organisation},
        "source": {"name": "Homeward", "software": "Homeward", "endpoint": base},
        "reason": {"coding": [{"system": vocabulary.REASONS, "code": reason}]},
        "response": {"identifier": _answered(message.identity.message_id), "code": "ok"},
        "focus": [{"reference": request}],
    }


def _answered(message_id: str) -> str:
    """The id of the message answered; one that FHIR could not hold in this place becomes its name-based UUID."""
    return message_id if is_id(message_id) else str(uuid5(_NAMESPACE, message_id))


def _request(
    message: Message, referral_id: UUID, patient: str, status: str, version: int, at: datetime
) -> dict[str, Any]:
    identifiers = [
        {"system": system, "value": value} if system else {"value": value}
        for system, value in message.identity.identifiers
    ]
    return {
        "resourceType": "ServiceRequest",
        "id": str(referral_id),
        "meta": {"versionId": str(version), "lastUpdated": at.isoformat()},
        "identifier": [*identifiers, {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{referral_id}"}],
        "status": status,
        "intent": "plan",
        "category": [{"coding": [{"system": vocabulary.REQUEST_CATEGORIES, "code": _category(message)}]}],
        "subject": {"reference": patient},
    }


def _category(message: Message) -> str:
    return next((code for code in message.identity.categories if code in ("referral", "validation")), "referral")


def _patient(message: Message) -> dict[str, Any]:
    """Only what the sender said of the person: nothing of ours goes back."""
    person = message.person
    patient: dict[str, Any] = {"resourceType": "Patient"}
    if person.nhs_number:
        patient["identifier"] = [{"system": vocabulary.NHS_NUMBER, "value": person.nhs_number}]
    if person.family:
        patient["name"] = [{"family": person.family} | ({"given": [person.given]} if person.given else {})]
    if person.birth_date:
        patient["birthDate"] = person.birth_date.isoformat()
    return patient if len(patient) > 1 else patient | {"active": True}

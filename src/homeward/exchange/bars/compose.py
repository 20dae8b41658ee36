"""How is a referral written as a BaRS message? (For sending one on, and for measuring and testing the receiving.)"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from homeward.exchange.bars import codes

_NAMESPACE = UUID("7c9dd2a5-3f0a-4b0e-9b52-4f4c1b1c6d0e")


@dataclass(frozen=True, kw_only=True)
class ReferralToSend:
    """What a new, changed or withdrawn referral says. `request_id` is how both sides speak of it."""

    message_id: UUID
    request_id: UUID
    sent_at: datetime
    sender_code: str
    sender_name: str
    family: str
    given: str
    birth_date: date | None
    gender: str = "unknown"
    nhs_number: str = ""
    address_lines: tuple[str, ...] = ()
    postcode: str = ""
    phone: str = ""
    practice_code: str = ""
    need_words: str
    need_snomed: str = ""
    priority: str = ""
    requester_name: tuple[str, str] = ("", "")
    requester_phone: str = ""
    case_number: str = ""
    reason: str = codes.NEW
    status: str = "active"
    language_code: str = ""
    flags: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    receiver_name: str = ""
    receiver_service: str = ""
    verified: bool = True


def referral_message(said: ReferralToSend) -> dict[str, Any]:
    """The message Bundle."""
    return {
        "resourceType": "Bundle",
        "id": str(said.message_id),
        "meta": {"profile": ["https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage"]},
        "type": "message",
        "timestamp": said.sent_at.isoformat(),
        "entry": [
            _entry(said, name, resource)
            for name, resource in (
                ("header", _header(said)),
                ("request", _request(said)),
                ("patient", _patient(said)),
                ("complaint", _complaint(said)),
                ("case", _case(said)),
                ("requester", _requester(said)),
                ("sender", _organisation(said.sender_code, said.sender_name)),
                ("receiver", _receiver(said)),
                ("practice", _organisation(said.practice_code, "Practice") if said.practice_code else None),
                *((f"flag-{index}", _flag(said, *each)) for index, each in enumerate(said.flags)),
            )
            if resource
        ],
    }


def _url(said: ReferralToSend, name: str) -> str:
    """The request keeps its own id; what hangs on it gets one derived from it, so that a second writing is the same."""
    return f"urn:uuid:{said.request_id if name == 'request' else uuid5(_NAMESPACE, f'{said.request_id}/{name}')}"


def _to(said: ReferralToSend, name: str) -> dict[str, str]:
    return {"reference": _url(said, name)}


def _entry(said: ReferralToSend, name: str, resource: dict[str, Any]) -> dict[str, Any]:
    return {"fullUrl": _url(said, name), "resource": resource}


def _coded(system: str, code: str, display: str = "") -> dict[str, Any]:
    coding = {"system": system, "code": code} | ({"display": display} if display else {})
    return {"coding": [coding]}


def _header(said: ReferralToSend) -> dict[str, Any]:
    destination: dict[str, Any] = (
        {"endpoint": f"{codes.SERVICE_ID}|{said.receiver_service}"} if said.receiver_service else {}
    )
    destination |= {"receiver": _to(said, "receiver")} if said.receiver_name else {}
    return ({"destination": [destination]} if "endpoint" in destination else {}) | {
        "resourceType": "MessageHeader",
        "eventCoding": {"system": codes.EVENTS, "code": codes.REQUEST},
        "sender": _to(said, "sender"),
        "source": {"name": said.sender_name, "endpoint": f"{codes.SERVICE_ID}|{said.sender_code}"},
        "reason": _coded(codes.REASONS, said.reason),
        "focus": [_to(said, "request")],
    }


def _request(said: ReferralToSend) -> dict[str, Any]:
    return (
        {
            "resourceType": "ServiceRequest",
            "status": said.status,
            "intent": "plan",
            "category": [_coded(codes.REQUEST_CATEGORIES, "referral", "Transfer of Care")],
            "subject": _to(said, "patient"),
            "encounter": _to(said, "case"),
            "authoredOn": said.sent_at.isoformat(),
            "requester": _to(said, "requester"),
        }
        | ({"priority": said.priority} if said.priority else {})
        | ({"note": [{"text": each} for each in said.notes]} if said.notes else {})
    )


def _patient(said: ReferralToSend) -> dict[str, Any]:
    patient: dict[str, Any] = {"resourceType": "Patient", "gender": said.gender}
    if said.nhs_number:
        status = _coded(
            codes.VERIFICATION, "number-present-and-verified" if said.verified else "number-present-but-not-traced"
        )
        url = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"
        extension = [{"url": url, "valueCodeableConcept": status}]
        patient["identifier"] = [{"extension": extension, "system": codes.NHS_NUMBER, "value": said.nhs_number}]
    if said.family:
        patient["name"] = [{"use": "official", "family": said.family} | ({"given": [said.given]} if said.given else {})]
    if said.birth_date:
        patient["birthDate"] = said.birth_date.isoformat()
    if said.postcode or said.address_lines:
        address: dict[str, Any] = {"use": "home"}
        address |= {"line": list(said.address_lines)} if said.address_lines else {}
        patient["address"] = [address | ({"postalCode": said.postcode} if said.postcode else {})]
    if said.phone:
        patient["telecom"] = [{"system": "phone", "value": said.phone, "use": "home"}]
    if said.language_code:
        language = _coded("https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage", said.language_code)
        patient["communication"] = [{"language": language, "preferred": True}]
    if said.practice_code:
        patient["generalPractitioner"] = [_to(said, "practice")]
    return patient


def _complaint(said: ReferralToSend) -> dict[str, Any]:
    code = _coded(codes.SNOMED, said.need_snomed) if said.need_snomed else {}
    return {
        "resourceType": "Condition",
        "category": [_coded(codes.SNOMED, codes.PRESENTING_COMPLAINT, "Presenting complaint")],
        "code": code | {"text": said.need_words},
        "subject": _to(said, "patient"),
    }


def _case(said: ReferralToSend) -> dict[str, Any]:
    case = {"system": "https://sender.invalid/case-number", "value": said.case_number or str(said.request_id)}
    virtual = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "VR"}
    return {
        "resourceType": "Encounter",
        "identifier": [case],
        "status": "triaged",
        "class": virtual,
        "subject": _to(said, "patient"),
    }


def _requester(said: ReferralToSend) -> dict[str, Any]:
    given, family = said.requester_name
    resource: dict[str, Any] = {"resourceType": "Practitioner"}
    if family:
        resource["name"] = [{"family": family} | ({"given": [given]} if given else {})]
    if said.requester_phone:
        resource["telecom"] = [{"system": "phone", "value": said.requester_phone, "use": "work"}]
    return resource if len(resource) > 1 else resource | {"active": True}


def _organisation(code: str, name: str) -> dict[str, Any]:
    return {"resourceType": "Organization", "identifier": [{"system": codes.ODS_CODE, "value": code}], "name": name}


def _receiver(said: ReferralToSend) -> dict[str, Any] | None:
    return {"resourceType": "Organization", "name": said.receiver_name} if said.receiver_name else None


def _flag(said: ReferralToSend, category: str, words: str) -> dict[str, Any]:
    return {
        "resourceType": "Flag",
        "status": "active",
        "category": [_coded(codes.FLAG_CATEGORIES, category)],
        "code": {"text": words},
        "subject": _to(said, "patient"),
    }

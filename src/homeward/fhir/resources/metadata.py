"""What can this server do? The CapabilityStatement is drawn from what is registered, so it cannot say more or less."""

import hashlib
from typing import Any

import orjson

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.registry import OPERATIONS

LAST_CHANGED, SAID_THEN = "2026-11-23", "0a233ec0b4c58c0d"  # the day, and what `mark_of` made of the statement on it; a test holds both
_SECURITY = "http://terminology.hl7.org/CodeSystem/restful-security-service"
_OAUTH = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris"

_SUBSCRIPTION: dict[str, Any] = {
    "type": "Subscription",
    "interaction": [{"code": code} for code in ("create", "read", "search-type", "delete")],
    "versioning": "no-version",
    "documentation": "By rest-hook. Criteria: a kind of resource, narrowed by patient (and status for ServiceRequest).",
}

# Where references of these names lead, whatever kind has them (R4 lets some lead elsewhere too).
_LEADS_TO = {
    "patient": "Patient", "subject": "Patient", "encounter": "Encounter", "context": "Encounter",
    "episode-of-care": "EpisodeOfCare", "incoming-referral": "ServiceRequest", "based-on": "ServiceRequest",
    "focus": "ServiceRequest", "location": "Location", "organization": "Organization", "service-provider": "Organization",
    "custodian": "Organization", "medication": "Medication", "slot": "Slot", "schedule": "Schedule",
    "appointment": "Appointment", "goal": "Goal", "care-team": "CareTeam", "has-member": "Observation",
    "derived-from": "Observation", "result": "Observation", "relatesto": "DocumentReference",
}  # fmt: skip


def metadata(call: Call) -> Answer:
    """The CapabilityStatement; open to all."""
    host = call.request.build_absolute_uri("/").rstrip("/")
    return Answer(resource=statement(call.address("").rstrip("/"), host), headers={"Cache-Control": "max-age=300"})


def statement(base: str, host: str) -> dict[str, Any]:
    """The CapabilityStatement of the server at `base`, whose tokens are given at `host`."""
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": LAST_CHANGED,
        "kind": "instance",
        "instantiates": ["http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data"],
        "software": {"name": "Homeward"},
        "implementation": {"description": "Homeward: one shared record, read and added to by partners", "url": base},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json", "json"],
        "rest": [
            {
                "mode": "server",
                "security": {
                    "cors": True,  # for pages of registered apps: door/cross_origin
                    "extension": [
                        {"url": _OAUTH, "extension": [_at(host, each) for each in ("authorize", "token", "revoke")]}
                    ],
                    "service": [{"coding": [{"system": _SECURITY, "code": "SMART-on-FHIR"}]}],
                    "description": "OAuth 2: client credentials for systems, SMART App Launch for apps that somebody lets in, which read and may send the kinds that their scopes name; see /.well-known/smart-configuration.",
                },
                "resource": [*(_resource(kind) for kind in KINDS.values()), _SUBSCRIPTION],
                "interaction": [{"code": "transaction"}, {"code": "batch"}],
                "operation": [_operation(each) for each in OPERATIONS if not each.kind],
            }
        ],
    }


def mark_of(said: dict[str, Any]) -> str:
    """A short mark of all that a statement says but its day."""
    return hashlib.sha256(orjson.dumps({**said, "date": ""}, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]


def _pointing_out(kind: Kind) -> list[str]:
    return [f"{kind.name}:{name}" for name, each in sorted(kind.searches.items()) if each.type == "reference"]


def _pointing_in() -> dict[str, list[str]]:
    """By the kind that is pointed to: 'Kind:parameter' of what may come along with it by _revinclude."""
    found: dict[str, list[str]] = {}
    for kind in KINDS.values():
        for name, each in sorted(kind.searches.items()):
            if each.type == "reference" and name in _LEADS_TO:
                found.setdefault(_LEADS_TO[name], []).append(f"{kind.name}:{name}")
    return found


_POINTING = _pointing_in()


def _at(host: str, name: str) -> dict[str, str]:
    return {"url": name, "valueUri": f"{host}/oauth/{name}"}


def _resource(kind: Kind) -> dict[str, Any]:
    operations = [_operation(each) for each in OPERATIONS if each.kind == kind.name]
    return {
        "type": kind.name,
        "interaction": [{"code": code} for code in kind.interactions],
        "versioning": "versioned-update" if kind.taken else "versioned",
        "readHistory": kind.received is not None,
        "updateCreate": False,
        "conditionalCreate": kind.taken,
        "conditionalRead": "not-match",
        "conditionalUpdate": kind.taken,
        **({"searchInclude": _pointing_out(kind)} if _pointing_out(kind) else {}),
        **({"searchRevInclude": _POINTING[kind.name]} if kind.name in _POINTING else {}),
        "searchParam": [
            {"name": name, "type": each.type, **({"documentation": each.words} if each.words else {})}
            for name, each in sorted(kind.searches.items())
        ],
        **({"operation": operations} if operations else {}),
    }  # fmt: skip


def _operation(each: Any) -> dict[str, str]:
    return {"name": each.name, "definition": each.definition, "documentation": each.words}

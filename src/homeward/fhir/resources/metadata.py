"""What can this server do? The CapabilityStatement is drawn from what is registered, so it cannot say more or less."""

from typing import Any

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.resources.registry import OPERATIONS, RESOURCES

_LAST_CHANGED = "2026-11-21"


def metadata(call: Call) -> Answer:
    """The CapabilityStatement; open to all."""
    return Answer(resource=statement(call.address("").rstrip("/")), headers={"Cache-Control": "max-age=300"})


def statement(base: str) -> dict[str, Any]:
    """The CapabilityStatement of the server at `base`."""
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": _LAST_CHANGED,
        "kind": "instance",
        "software": {"name": "Homeward"},
        "implementation": {"description": "Homeward: referrals in, and what became of them", "url": base},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json", "json"],
        "rest": [
            {
                "mode": "server",
                "security": {
                    "service": [
                        {
                            "coding": [
                                {
                                    "system": "http://terminology.hl7.org/CodeSystem/restful-security-service",
                                    "code": "SMART-on-FHIR",
                                }
                            ]
                        }
                    ],
                    "description": "OAuth 2 client credentials; see /.well-known/smart-configuration.",
                },
                "resource": [_resource(kind) for kind in sorted(RESOURCES)],
                "operation": [
                    {"name": each.name, "definition": each.definition, "documentation": each.words} for each in OPERATIONS
                ],
            }
        ],
    }


def _resource(kind: str) -> dict[str, Any]:
    served = RESOURCES[kind]
    return {
        "type": kind,
        "interaction": [{"code": code} for code in ("read", "search-type")],
        "versioning": "versioned" if served.versioned else "no-version",
        "searchParam": [
            {"name": name, "type": parameter.type, "documentation": parameter.words}
            for name, parameter in sorted(served.searches.items())
        ],
    }

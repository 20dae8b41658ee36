"""Which headers does a Booking and Referral Standard request carry? (NHS England API, versions 1.4 and 1.5.)"""

import base64
import json
from typing import Any
from uuid import UUID, uuid5

from homeward.exchange.bars import codes

_NAMESPACE = UUID("5f1f3ab8-0f8e-4bb5-8f0c-8f9f3d1f6a43")
FHIR = "application/fhir+json"


def headers(*, message: dict[str, Any], target_service: str) -> dict[str, str]:
    """The same for every try of one message: the request's id is the message's, by which a repeat is known.

    All that concern one request share a correlation id. Objects travel as Base64 of their JSON.
    """
    header = next(each["resource"] for each in message["entry"] if each["resource"]["resourceType"] == "MessageHeader")
    sender = next(each["resource"] for each in message["entry"] if each["fullUrl"] == header["sender"]["reference"])
    return {
        "Accept": FHIR,
        "Content-Type": FHIR,
        "X-Request-Id": str(message["id"]),
        "X-Correlation-Id": str(uuid5(_NAMESPACE, str(header["focus"][0]["reference"]))),
        "NHSD-Target-Identifier": _packed({"system": codes.SERVICE_ID, "value": target_service}),
        "NHSD-End-User-Organisation": _packed(sender),
        "NHSD-Requesting-Software": _packed(
            {
                "resourceType": "Device",
                "deviceName": [{"name": "Homeward", "type": "manufacturer-name"}],
                "version": [{"value": "1"}],
            }
        ),
    }


def _packed(value: dict[str, Any]) -> str:
    return base64.b64encode(json.dumps(value, separators=(",", ":")).encode()).decode()

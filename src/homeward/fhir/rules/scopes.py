"""What may a token be used for? SMART on FHIR system scopes (SMART App Launch 2), in both spellings."""

import re
from collections.abc import Iterable

PROCESS_MESSAGE = "system/$process-message"
_SCOPE = re.compile(r"system/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)")
_WORDS = {"read": "rs", "write": "cud", "*": "cruds"}

# What the addresses here need; a client may be given these or wider ones.
KNOWN = (
    PROCESS_MESSAGE,
    "system/ServiceRequest.rs",
    "system/HealthcareService.rs",
    "system/Organization.rs",
    "system/Location.rs",
    "system/*.rs",
    "system/*.read",
    "system/*.write",
)


def is_scope(text: str) -> bool:
    """Is this a scope that means something here?"""
    found = _SCOPE.fullmatch(text)
    return text == PROCESS_MESSAGE or bool(found and found[2])


def covers(held: Iterable[str], needed: str) -> bool:
    """Do the scopes held cover the one needed? 'system/*.read' covers 'system/ServiceRequest.rs'."""
    if needed == PROCESS_MESSAGE:
        return any(each == needed or _may_send(each) for each in held)
    resource, wanted = _part(needed)
    parts = [_part(each) for each in held]
    return any(name in (resource, "*") and set(wanted) <= set(letters) for name, letters in parts if name)


def _may_send(scope: str) -> bool:
    """A message creates a ServiceRequest, so whoever may create one (or Bundles, or anything) may send it."""
    name, letters = _part(scope)
    return name in ("ServiceRequest", "Bundle", "MessageHeader", "*") and "c" in letters


def _part(scope: str) -> tuple[str, str]:
    found = _SCOPE.fullmatch(scope)
    return (found[1], _WORDS.get(found[2], found[2])) if found else ("", "")

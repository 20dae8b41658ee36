"""What may a token be used for? SMART on FHIR scopes (SMART App Launch 1 and 2), in both spellings."""

import re
from collections.abc import Iterable
from functools import lru_cache

PROCESS_MESSAGE = "system/$process-message"
_SCOPE = re.compile(r"(system|user|patient)/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)")
_WORDS = {"read": "rs", "write": "cud", "*": "cruds"}
NOT_FOR_APPS = frozenset({"Subscription"})  # belongs to a partner's system, not to somebody who signs in

# What the addresses here need; a client may be given these or wider ones.
KNOWN = (
    PROCESS_MESSAGE,
    "system/*.cruds",
    "system/*.rs",
    "system/Patient.rs",
    "system/ServiceRequest.rs",
    "system/HealthcareService.rs",
    "system/Organization.rs",
    "system/Location.rs",
    "system/*.read",
    "system/*.write",
)

def is_scope(text: str) -> bool:
    """Is this a scope that a partner's system may be given?"""
    found = _SCOPE.fullmatch(text)
    return text == PROCESS_MESSAGE or bool(found and found[1] == "system" and found[3])


def reads_people(scopes: Iterable[str]) -> bool:
    """Do these scopes reach people's own resources, and not only referrals sent and the place's services?"""
    return any("r" in letters and name in ("*", "Patient") for name, letters in map(_part, scopes))


def covers(held: Iterable[str], needed: str) -> bool:
    """Do the scopes held cover the one needed? 'system/*.read' covers 'system/ServiceRequest.rs'.

    The empty need is met by any scope: a Bundle's entries are judged one by one.
    """
    if not needed:
        return any(_part(each)[0] or each == PROCESS_MESSAGE for each in held)
    if needed == PROCESS_MESSAGE:
        return any(each == needed or _may_send(each) for each in held)
    resource, wanted = _part(needed)
    parts = [_part(each) for each in held if resource not in NOT_FOR_APPS or each.startswith("system/")]
    return any(name in (resource, "*") and set(wanted) <= set(letters) for name, letters in parts if name)


def _may_send(scope: str) -> bool:
    """A message creates a ServiceRequest, so a system that may create one (or Bundles, or anything) may send it."""
    name, letters = _part(scope) if scope.startswith("system/") else ("", "")
    return name in ("ServiceRequest", "Bundle", "MessageHeader", "*") and "c" in letters


@lru_cache(maxsize=1024)  # each entry of a bundle asks of the same few
def _part(scope: str) -> tuple[str, str]:
    """(kind or '*', letters) of a scope; ('', '') for one that is none."""
    found = _SCOPE.fullmatch(scope)
    return (found[2], _WORDS.get(found[3], found[3])) if found else ("", "")

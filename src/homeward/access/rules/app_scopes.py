"""What may somebody let an app do? Scopes of SMART App Launch 1 and 2 for apps that read for a user."""

import re
from collections.abc import Iterable

LAUNCH = ("launch", "launch/patient", "openid", "fhirUser", "offline_access", "online_access")
FOR_APPS = ("patient/*.rs", "patient/*.read", "user/*.rs", "user/*.read")
_SCOPE = re.compile(r"(user|patient)/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)")
_WORDS = {"read": "rs", "write": "cud", "*": "cruds"}


def is_app_scope(text: str) -> bool:
    """Is this a scope that an app may be given for somebody? Apps read; they do not write."""
    found = _SCOPE.fullmatch(text)
    return text in LAUNCH or bool(found and _reads(found[3]))


def granted(asked: Iterable[str], given: Iterable[str]) -> tuple[str, ...]:
    """What of `asked` an app that was registered with `given` may have: never wider than either, and only to read.

    'patient/*.rs' asked by an app that was given 'patient/Observation.rs' is 'patient/Observation.rs'.
    """
    allowed = list(given)
    found: dict[str, None] = {}
    for each in asked:
        if each in LAUNCH:
            found.update({each: None} if each in allowed else {})
        else:
            found.update(dict.fromkeys(_narrowed(each, allowed)))
    return tuple(found)


def _narrowed(asked: str, given: list[str]) -> list[str]:
    one = _SCOPE.fullmatch(asked)
    if one is None or not _reads(one[3]):
        return []
    kept = []
    for each in given:
        other = _SCOPE.fullmatch(each)
        if other is None or other[1] != one[1] or not ({one[2], other[2]} & {"*"} or one[2] == other[2]):
            continue
        letters = "".join(each for each in _reads(one[3]) if each in _reads(other[3]))
        name = other[2] if one[2] == "*" else one[2]
        if letters:
            kept.append(f"{one[1]}/{name}.{'read' if one[3] in _WORDS and letters == 'rs' else letters}")
    return [f"{one[1]}/*.{each.rpartition('.')[2]}" for each in kept if "/*." in each][:1] or kept


def _reads(letters: str) -> str:
    """Those letters that read."""
    return "".join(each for each in _WORDS.get(letters, letters) if each in "rs")


def parts_of(scope: str) -> tuple[str, str]:
    """('patient', 'Observation') of a scope about records; ('', '') for any other."""
    found = _SCOPE.fullmatch(scope)
    return (found[1], found[2]) if found else ("", "")

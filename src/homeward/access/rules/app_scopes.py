"""What may somebody let an app do? Scopes of SMART App Launch 1 and 2 for apps that read, and send what was declared, for a user."""

import re
from collections.abc import Collection, Iterable

from homeward.grammar.api import APPS_SEND

LAUNCH = ("launch", "launch/patient", "openid", "fhirUser", "offline_access", "online_access")
FOR_APPS = ("patient/*.rs", "patient/*.read", "user/*.rs", "user/*.read")
_SCOPE = re.compile(r"(user|patient)/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)")
_WORDS = {"read": "rs", "write": "cud", "*": "cruds"}
_SPELT = {"rs": "read", "cu": "write"}  # in version 1


def is_app_scope(text: str) -> bool:
    """Is this a scope that an app may be given for somebody? It reads, or sends a kind that apps may send, by its name."""
    found = _SCOPE.fullmatch(text)
    return text in LAUNCH or bool(found and _allowed(found[2], found[3]))


def scopes_that_send(kinds: Iterable[str]) -> list[str]:
    """'patient/Observation.cu' and 'user/Observation.cu' for each of these kinds."""
    return [f"{context}/{kind}.cu" for context in ("patient", "user") for kind in kinds]


def granted(asked: Iterable[str], given: Iterable[str], *, sends: Collection[str] = ()) -> tuple[str, ...]:
    """What of `asked` an app that was registered with `given` may have: never wider than either, to send only kinds in `sends`.

    'patient/*.rs' asked by an app that was given 'patient/Observation.rs' is 'patient/Observation.rs'.
    """
    allowed = list(given)
    found: dict[str, None] = {}
    for each in asked:
        if each in LAUNCH:
            found.update({each: None} if each in allowed else {})
        else:
            found.update(dict.fromkeys(_narrowed(each, allowed, sends)))
    return tuple(found)


def _narrowed(asked: str, given: list[str], sends: Collection[str]) -> list[str]:
    one = _SCOPE.fullmatch(asked)
    if one is None:
        return []
    kept: dict[tuple[str, str], None] = {}
    for each in given:
        other = _SCOPE.fullmatch(each)
        if other is None or other[1] != one[1] or not ({one[2], other[2]} & {"*"} or one[2] == other[2]):
            continue
        name = other[2] if one[2] == "*" else one[2]
        has = _allowed(name, other[3])
        letters = "".join(
            letter for letter in _allowed(name, one[3]) if letter in has and (letter in "rs" or name in sends)
        )
        if letters:
            kept[name, letters] = None
    widest = {letter for name, letters in kept if name == "*" for letter in letters}
    told = [(name, letters) for name, letters in kept if name == "*" or not set(letters) <= widest]
    return [f"{one[1]}/{name}.{_as_asked(letters, one[3])}" for name, letters in told]


def _as_asked(letters: str, asked: str) -> str:
    return _SPELT.get(letters, letters) if asked in _WORDS else letters


def _allowed(name: str, letters: str) -> str:
    """Those letters that an app may have at all: reading anything; creating and changing only a named kind that apps may send."""
    may = "crus" if name in APPS_SEND else "rs"
    return "".join(each for each in _WORDS.get(letters, letters) if each in may)


def parts_of(scope: str) -> tuple[str, str]:
    """('patient', 'Observation') of a scope about records; ('', '') for any other."""
    found = _SCOPE.fullmatch(scope)
    return (found[1], found[2]) if found else ("", "")


def letters_of(scope: str) -> str:
    """'rs' of 'patient/Observation.read'; '' for a scope that is not about records."""
    found = _SCOPE.fullmatch(scope)
    return _WORDS.get(found[3], found[3]) if found else ""


def sent_kinds(scopes: Iterable[str]) -> set[str]:
    """The kinds that an app with these scopes could create or change."""
    return {parts_of(each)[1] for each in scopes if set(letters_of(each)) & {"c", "u", "d"}}

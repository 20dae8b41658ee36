"""Which code is meant by a CodeableConcept, a Coding, a list of them or a plain word?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from homeward.records.vocabulary import SNOMED


@dataclass(frozen=True, kw_only=True)
class Coded:
    """The main coding: chosen by the user, else SNOMED CT, else the first; `display` in the sender's own words if any."""

    system: str = ""
    code: str = ""
    display: str = ""


NOTHING = Coded()


def coded(value: object) -> Coded:
    """The main coding of whatever stands there."""
    if isinstance(value, str):
        return Coded(code=value)
    found = list(_codings(value))
    words = next((each["text"] for each in _concepts(value) if isinstance(each.get("text"), str)), "")
    if not found:
        return Coded(display=words or _shown(value)) if words or _shown(value) else NOTHING
    chosen = next((each for each in found if each.get("userSelected") is True), None)
    chosen = chosen or next((each for each in found if each.get("system") == SNOMED), found[0])
    return Coded(system=_text(chosen, "system"), code=_text(chosen, "code"), display=words or _text(chosen, "display"))


def codings(value: object, main: Coded | None = None) -> tuple[str, ...]:
    """Every coding as 'system|code', the main one first."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (f"|{value}",)
    main = main or coded(value)
    first = (f"{main.system}|{main.code}",) if main.code else ()
    rest = (f"{_text(each, 'system')}|{_text(each, 'code')}" for each in _codings(value) if _text(each, "code"))
    return tuple(dict.fromkeys((*first, *rest)))


def _concepts(value: object) -> Iterator[Mapping[str, Any]]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each


def _codings(value: object) -> Iterator[Mapping[str, Any]]:
    for concept in _concepts(value):
        inner = concept.get("coding")
        if isinstance(inner, list):
            yield from (each for each in inner if isinstance(each, dict))
        elif isinstance(concept.get("code"), str):
            yield concept


def _shown(value: object) -> str:
    """The display of a reference, where a thing is named by one."""
    return next((_text(each, "display") for each in _concepts(value)), "")


def _text(node: Mapping[str, Any], name: str) -> str:
    value = node.get(name)
    return value if isinstance(value, str) else ""

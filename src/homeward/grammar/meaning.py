"""How is a declaration stored, and has its meaning changed? A running clock is pinned to a fingerprint."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from homeward.grammar import (
    agreements,
    areas,
    calendars,
    clocks,
    conditions,
    dashboards,
    declaration,
    discharge,
    front_doors,
    groups,
    headlines,
    imports,
    intake,
    measures,
    messages,
    monitoring,
    needs,
    organisations,
    partners,
    place,
    populations,
    programmes,
    questionnaires,
    reasons,
    returns,
    roles,
    rounds,
    sensitivities,
    services,
    sharing,
    surge,
    triage,
)
from homeward.grammar.declaration import Declaration

MODULES = (
    agreements,
    areas,
    calendars,
    clocks,
    conditions,
    dashboards,
    declaration,
    groups,
    headlines,
    imports,
    intake,
    measures,
    messages,
    monitoring,
    needs,
    organisations,
    partners,
    place,
    populations,
    programmes,
    questionnaires,
    reasons,
    returns,
    roles,
    rounds,
    sensitivities,
    services,
    sharing,
    surge,
    triage,
    discharge,
    front_doors,
)
KIND = "_is"


def fingerprint(thing: Declaration) -> str:
    """Sixteen hex figures of the SHA-256 of the meaning: owner, review date and wording left out."""
    text = json.dumps(_stored(thing, wording=False), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def as_json(thing: Declaration) -> dict[str, Any]:
    """The whole declaration as plain JSON values (a measure's expression is left out)."""
    stored: dict[str, Any] = _stored(thing, wording=True)
    return stored


def from_json(stored: dict[str, Any]) -> Any:
    """The declaration that `as_json` stored; equal to the one it came from."""
    return _restored(stored)


def kind_of(thing: Declaration) -> str:
    """The name of the kind of declaration, as stored: 'Service', 'Clock'…"""
    return type(thing).__name__


def _stored(value: Any, *, wording: bool) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = {
            each.name: _stored(getattr(value, each.name), wording=wording)
            for each in fields(value)
            if each.metadata.get("stored", True) and (wording or each.metadata.get("meaning", True))
        }
        return {KIND: type(value).__name__, **kept}
    if isinstance(value, (tuple, list)):
        return [_stored(each, wording=wording) for each in value]
    if isinstance(value, timedelta):
        return {KIND: "timedelta", "seconds": value.total_seconds()}
    if isinstance(value, (date, time)):
        return {KIND: type(value).__name__, "iso": value.isoformat()}
    return value


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restored(each) for each in value)
    if not isinstance(value, dict):
        return value
    kind = value[KIND]
    if kind == "timedelta":
        return timedelta(seconds=value["seconds"])
    if kind == "date":
        return date.fromisoformat(value["iso"])
    if kind == "time":
        return time.fromisoformat(value["iso"])
    return _kinds()[kind](**{name: _restored(each) for name, each in value.items() if name != KIND})


@cache
def _kinds() -> dict[str, Any]:
    found = (each for module in MODULES for each in vars(module).values())
    return {each.__name__: each for each in found if isinstance(each, type) and is_dataclass(each)}

"""What does a request for a bulk export ask for? (Bulk Data Access 2.0, kick-off: by GET with parameters, by POST with Parameters)"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.fhir.bulk.vocabulary import FORMATS, MOST_NAMED
from homeward.fhir.door.body import read_body
from homeward.fhir.door.route import Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import as_uuid
from homeward.fhir.search.asking import refused
from homeward.fhir.search.moments import stretch
from homeward.foundation.r4.issues import Faulty, Issue, Resource
from homeward.foundation.r4.validate import validate
from homeward.people.api import current_id

KNOWN = ("_outputFormat", "_since", "_type", "patient")
SHAPES = ("_format", "_pretty")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The kinds of resource, the people who are meant (all, when none are named), and from when on."""

    kinds: tuple[str, ...]
    people: tuple[UUID, ...]
    since: datetime | None


def read_asked(call: Call, *, whole: bool) -> Asked:
    """What is asked, within the token's scopes. Faulty for what is not known here, not served or beyond the scopes."""
    if "respond-async" not in call.request.headers.get("Prefer", ""):
        words = "This takes a while: send the header Prefer: respond-async, and ask again at the address that is answered."
        raise Faulty(Issue(code="required", diagnostics=words), status=400)
    pairs = _sent(call) if call.request.method == "POST" else call.pairs
    if not call.lenient:
        _check_known(name for name, _ in pairs)
    named = {name: [value for each, value in pairs if each == name] for name in KNOWN}
    for value in named["_outputFormat"]:
        if value not in FORMATS:
            raise refused("_outputFormat", f"must be one of: {', '.join(FORMATS)}.", code="not-supported")
    return Asked(kinds=_kinds(call, named["_type"], whole=whole), people=_people(named["patient"]), since=_since(named["_since"]))


def _check_known(names: Iterable[str]) -> None:
    for name in names:
        if name not in (*KNOWN, *SHAPES):
            raise refused(name, f"is not known here. Known are: {', '.join(KNOWN)}.", code="not-supported")


def _sent(call: Call) -> list[tuple[str, str]]:
    """The parameters of a Parameters resource, each by its name and its one value."""
    resource = validate(read_body(call.request), expected="Parameters")
    if not isinstance(resource, Resource):
        raise Faulty(*resource)
    tree: dict[str, Any] = resource.tree
    return [(str(each.get("name", "")), _value(each)) for each in tree.get("parameter", ())]


def _value(parameter: dict[str, Any]) -> str:
    told = next((value for name, value in parameter.items() if name.startswith("value")), "")
    return str(told.get("reference", "") if isinstance(told, dict) else told)


def _kinds(call: Call, listed: Sequence[str], *, whole: bool) -> tuple[str, ...]:
    served = [name for name, kind in KINDS.items() if kind.personal or whole]
    named = list(dict.fromkeys(each.strip() for value in listed for each in value.split(",") if each.strip()))
    for each in named:
        if each not in served:
            raise refused("_type", f"names '{each[:64]}', which is not given here.", code="not-supported")
        if not call.may(each):
            words = f"This token does not have the scope 'system/{each}.rs' that this needs."
            raise Faulty(Issue(code="forbidden", diagnostics=words, expression="_type"), status=403)
    return tuple(named or (each for each in served if call.may(each)))


def _people(references: Sequence[str]) -> tuple[UUID, ...]:
    if len(references) > MOST_NAMED:
        raise refused("patient", f"names more than {MOST_NAMED} people. Ask for all, or in parts.", code="too-long")
    found = [as_uuid(each.removeprefix("Patient/")) for each in references]
    if None in found:
        raise refused("patient", f"must be a reference to a Patient of ours, not '{references[found.index(None)][:80]}'.")
    return tuple(dict.fromkeys(current_id(each) for each in found if each is not None))


def _since(told: Sequence[str]) -> datetime | None:
    if not told:
        return None
    found = stretch(told[-1])
    if found is None or "T" not in told[-1]:
        raise refused("_since", "must be a moment such as 2026-03-04T12:00:00Z.")
    return found.start

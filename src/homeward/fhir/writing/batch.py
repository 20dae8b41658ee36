"""How is a batch done? Each entry by itself: one that fails says why and keeps no other from being done."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction as database

from homeward.fhir.door.outcome import fault_of, operation_outcome
from homeward.fhir.door.route import Call
from homeward.fhir.door.written import written
from homeward.fhir.writing.asking import asked_in, check_scope
from homeward.fhir.writing.create import those_that_fit
from homeward.fhir.writing.entries import Entry, named
from homeward.fhir.writing.keeping import keep_changed, keep_new, kind_of
from homeward.fhir.writing.kept import Kept, entry_response
from homeward.fhir.writing.update import changed_where
from homeward.foundation.errors import Refused
from homeward.foundation.r4.issues import Faulty


def batch(call: Call, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The response of each entry, in the order in which they came."""
    return [_answered(call, entry) for entry in entries]


def _answered(call: Call, entry: Entry) -> dict[str, Any]:
    try:
        with named(entry), database.atomic():
            check_scope(call, entry)
            if entry.method == "GET":
                return asked_in(call, entry)
            return {"response": entry_response(call, _one(call, entry))}
    except Faulty as fault:
        return _failed(fault)
    except Refused as refusal:
        return _failed(fault_of(refusal))


def _one(call: Call, entry: Entry) -> Kept:
    kind, text = kind_of(entry.kind), written(entry.resource)
    if entry.method == "PUT" and entry.id:
        return keep_changed(call, kind, entry.id, text, if_match=entry.if_match)
    if entry.method == "PUT":
        return changed_where(call, entry.kind, entry.query, text, entry.if_match)
    if entry.if_none_exist and (there := those_that_fit(call, entry.kind, entry.if_none_exist)):
        return Kept(kind=entry.kind, id=there[0].id, created=False)
    return keep_new(call, kind, text)


def _failed(fault: Faulty) -> dict[str, Any]:
    return {"response": {"status": str(fault.status), "outcome": operation_outcome(fault.issues, status=fault.status)}}

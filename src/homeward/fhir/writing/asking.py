"""How are an entry's scope checked and its GET answered, inside a transaction or batch?"""

from dataclasses import replace
from typing import Any

import orjson

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import written
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import read
from homeward.fhir.resources.searching import search
from homeward.fhir.writing.entries import Entry, named
from homeward.foundation.r4.issues import Faulty, Issue

_LETTERS = {"GET": "rs", "POST": "c", "PUT": "u"}


def check_scope(call: Call, entry: Entry) -> None:
    """Faulty 403 when the token's scopes do not reach what the entry asks for."""
    if entry.kind not in KINDS:
        words = f"A '{entry.kind}' is not served here. See /fhir/R4/metadata for what is."
        raise Faulty(Issue(code="not-supported", expression=f"{entry.path}.request.url", diagnostics=words), status=422)
    letters = _LETTERS[entry.method]
    if not call.may(entry.kind, letters):
        words = f"This token does not have the scope 'system/{entry.kind}.{letters}' that this entry needs."
        raise Faulty(Issue(code="forbidden", expression=f"{entry.path}.request", diagnostics=words), status=403)


def asked_in(call: Call, entry: Entry) -> dict[str, Any]:
    """What a GET finds, as an entry of the response."""
    with named(entry):
        asking = replace(call, query=entry.pairs)
        answer: Answer = read(asking, entry.kind, entry.id) if entry.id else search(asking, entry.kind)
    body = answer.resource
    text = body if isinstance(body, (bytes, str)) else written(body)
    return {"resource": orjson.Fragment(text), "response": {"status": "200 OK", **_etag(answer)}}


def _etag(answer: Answer) -> dict[str, str]:
    return {"etag": answer.headers["ETag"]} if "ETag" in answer.headers else {}

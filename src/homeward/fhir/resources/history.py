"""What did this resource, or every resource that a search finds, say before?"""

from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

import orjson

from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import written
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import not_there, versions
from homeward.fhir.resources.searching import asked_of, gather
from homeward.fhir.resources.shown import Shown, instant
from homeward.fhir.search.moments import stretch


def history_of_one(call: Call, kind: str, id: str) -> Answer:
    """GET Kind/id/_history: every version that is kept, the latest first."""
    found = versions(call, KINDS[kind], id)
    if not found:
        raise not_there(kind)
    return _history(call, found)


def history_of_kind(call: Call, kind: str) -> Answer:
    """GET Kind/_history?…: the versions of all that the search finds. About people, the search must say whose."""
    call.query = [(name, value) for name, value in call.pairs if name not in ("_since", "_at")]
    with ExitStack() as until_answered:
        found = gather(call, asked_of(call, kind), until_answered)
        return _history(call, [each for one in found for each in versions(call, KINDS[kind], one.id)])


def _history(call: Call, found: Iterable[Shown]) -> Answer:
    since = stretch(call.request.GET.get("_since", ""))
    kept = [each for each in found if since is None or each.updated >= since.start]
    kept.sort(key=lambda each: each.updated, reverse=True)
    bundle: dict[str, Any] = {
        "resourceType": "Bundle",
        "type": "history",
        "total": len(kept),
        "link": [{"relation": "self", "url": call.request.build_absolute_uri()}],
    }
    if kept:
        bundle["entry"] = [_entry(call, each) for each in kept]
    return Answer(resource=written(bundle))


def _entry(call: Call, shown: Shown) -> dict[str, Any]:
    return {
        "fullUrl": call.address(f"{shown.kind}/{shown.id}"),
        "resource": orjson.Fragment(shown.json),
        "request": {"method": "PUT", "url": f"{shown.kind}/{shown.id}"},
        "response": {"status": "200", "etag": shown.etag, "lastModified": instant(shown.updated)},
    }

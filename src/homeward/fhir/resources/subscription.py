"""How does a partner's system ask to be told of changes? A Subscription (R4, rest-hook): made, read, listed and ended here."""

from datetime import datetime
from typing import Any

import orjson

from homeward.exchange import api as exchange
from homeward.fhir.bars.parts import moment as moment_of
from homeward.fhir.door.body import read_body
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.door.written import read_tree, written
from homeward.fhir.resources.pointing import without_empty
from homeward.fhir.resources.reading import answer, as_uuid, not_there
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.asking import PLAIN, refused
from homeward.foundation.errors import Invalid
from homeward.foundation.r4.issues import Faulty, Issue, Resource
from homeward.foundation.r4.validate import validate

KIND = "Subscription"
FHIR = "application/fhir+json"
_PAYLOADS = {"": "none", "application/fhir+json": "full", "application/json": "full"}


def create(call: Call) -> Answer:
    """POST Subscription: active at once. Its channel must be a rest-hook, its criteria a search that is told of here."""
    body = read_body(call.request)
    resource = validate(body, expected=KIND)
    if not isinstance(resource, Resource):
        raise Faulty(*resource)
    tree = read_tree(resource.text)
    channel = tree.get("channel") or {}
    if channel.get("type") != "rest-hook":
        words = "Changes are told by rest-hook: a call to an address of yours."
        raise Faulty(Issue(code="not-supported", expression="Subscription.channel.type", diagnostics=words), status=422)
    try:
        made = exchange.subscribe(
            criteria=str(tree.get("criteria", "")), endpoint=str(channel.get("endpoint", "")),
            payload=_payload(channel), headers=[str(each) for each in channel.get("header", ())],
            reason=str(tree.get("reason", "")), ends_at=_end(tree), by=call.partner, at=call.at,
        )  # fmt: skip
    except Invalid as refusal:
        raise _named(refusal) from refusal
    shown = _shown(made)
    headers = {"ETag": shown.etag, "Location": call.address(f"{KIND}/{shown.id}/_history/{shown.version}")}
    return Answer(resource=shown.json, status=201, headers=headers)


def read(call: Call, id: str) -> Answer:
    """GET Subscription/id: one of the asker's own."""
    return answer(call, _shown(_own(call, id)))


def search(call: Call) -> Answer:
    """GET Subscription: the asker's own, newest first, all of them. It is narrowed by nothing, and says so."""
    for name, _ in call.pairs:
        if name not in PLAIN and not call.lenient:
            words = "is not a search parameter of Subscription: all of yours are given."
            raise refused(name, words, code="not-supported")
    found = [_shown(each) for each in exchange.subscriptions(by=call.partner) if each.status != "off"]
    bundle: dict[str, Any] = {
        "resourceType": "Bundle",
        "type": "searchset",
        "total": len(found),
        "link": [{"relation": "self", "url": call.address(KIND)}],
    }
    if found:
        bundle["entry"] = [
            {
                "fullUrl": call.address(f"{KIND}/{each.id}"),
                "resource": orjson.Fragment(each.json),
                "search": {"mode": "match"},
            }
            for each in found
        ]
    return Answer(resource=written(bundle))


def delete(call: Call, id: str) -> Answer:
    """DELETE Subscription/id: told of nothing more."""
    exchange.unsubscribe(subscription_id=_own(call, id).id, by=call.partner, at=call.at)
    return Answer(resource=None, status=204)


def _own(call: Call, id: str) -> exchange.Subscription:
    wanted = as_uuid(id)
    found = exchange.subscription(wanted, by=call.partner) if wanted else None
    if found is None or found.status == "off":
        raise not_there(KIND)
    return found


def _payload(channel: Any) -> str:
    """No payload is a call with nothing in it; a FHIR type is the whole resource; its parameter may ask for ids alone."""
    kind, _, more = str(channel.get("payload", "")).partition(";")
    return "id" if "id-only" in more else _PAYLOADS.get(kind.strip().lower(), kind or "none")


def _end(tree: Any) -> datetime | None:
    return moment_of(tree["end"]) if tree.get("end") else None


def _shown(row: exchange.Subscription) -> Shown:
    payload = {"none": None, "id": f"{FHIR};id-only", "full": FHIR}[row.payload]
    channel = without_empty({"type": "rest-hook", "endpoint": row.endpoint, "payload": payload})
    made = without_empty(
        {
            "status": row.status,
            "reason": row.reason or "Changes are told",
            "criteria": row.criteria,
            "error": row.error,
            "channel": channel,
            "end": row.ends_at.isoformat() if row.ends_at else None,
        }
    )
    return Shown(kind=KIND, id=str(row.id), version=str(row.version), updated=row.changed_at, made=made)


def _named(refusal: Invalid) -> Faulty:
    issues = [
        Issue(code="value", expression=f"{KIND}.{name}", diagnostics=words) for name, words in refusal.errors.items()
    ]
    return Faulty(*issues, status=422)

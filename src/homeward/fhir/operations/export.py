"""How does a partner's system take many people's records at once? (FHIR Bulk Data Access 2.0: $export and Patient/$export)"""

from datetime import datetime

import orjson

from homeward.access.api import gate
from homeward.fhir.actions.ask_bulk import ask_bulk
from homeward.fhir.actions.end_bulk import end_bulk
from homeward.fhir.actions.take_bulk import take_bulk
from homeward.fhir.bulk.asked import read_asked
from homeward.fhir.bulk.held import files_of
from homeward.fhir.bulk.vocabulary import FILES, JOB, LEFT_OUT, MOVING, NDJSON
from homeward.fhir.door.outcome import operation_outcome
from homeward.fhir.door.route import Answer, Call
from homeward.fhir.models import BulkExport
from homeward.fhir.queries.bulk_exports import UNKNOWN
from homeward.fhir.resources.reading import as_uuid, not_there
from homeward.fhir.resources.shown import http_date, instant
from homeward.foundation.r4.issues import Faulty, Issue

SOON, LATER = 5, 60  # seconds until it is worth asking again
TOLD = "OperationOutcome"
ALONE = "Many records at once are given to a partner's own system, by client credentials; not to an app for somebody."


def export_people(call: Call) -> Answer:
    """GET or POST Patient/$export: 202, and the address at which it is answered how far it is."""
    return _begun(call, whole=False)


def export_all(call: Call) -> Answer:
    """GET or POST $export: the same with what is about nobody: organisations, services, forms and the like."""
    return _begun(call, whole=True)


def _begun(call: Call, *, whole: bool) -> Answer:
    if call.partner.kind != "partner" or call.app or call.bound_to:
        raise Faulty(Issue(code="forbidden", diagnostics=ALONE), status=403)
    asked = read_asked(call, whole=whole)
    made = ask_bulk(
        asked=asked, whole=whole, request=call.request.build_absolute_uri(), scopes=call.scopes, by=call.partner, at=call.at
    )
    words = "It is being gathered. Ask how far it is at the address in Content-Location."
    outcome = operation_outcome([Issue(code="informational", severity="information", diagnostics=words)], status=202)
    return Answer(resource=outcome, status=202, headers={"Content-Location": call.address(f"{FILES}{made.id}")})


def how_far(call: Call, id: str) -> Answer:
    """GET bulk/id: 202 while it is gathered, with how far; 200 with the list of its files when it is ready."""
    export = _own(call, id)
    if export.state == "failed":
        raise Faulty(Issue(code="exception", diagnostics=export.words), status=500)
    if export.state in MOVING:
        wait = SOON if export.total - export.done < 1000 else LATER
        return Answer(resource=None, status=202, headers={"X-Progress": _progress(export), "Retry-After": str(wait)})
    with gate.job(JOB, by=call.partner, at=call.at, why="listing the files of a bulk export"):
        files = files_of(export, by=call.partner)
    address = f"{FILES}{export.id}"
    manifest = {
        "transactionTime": instant(export.sure_until or export.asked_at),
        "request": export.request,
        "requiresAccessToken": True,
        "output": [
            {"type": each.kind, "url": call.address(f"{address}/{each.kind}-{each.file}.ndjson"), "count": each.count}
            for each in files
        ],
        "error": [{"type": TOLD, "url": call.address(f"{address}/{TOLD}-1.ndjson")}] if export.left_out else [],
        "extension": {
            "people": export.given, "leftOut": export.left_out, **({"unchanged": export.unchanged} if export.since else {}),
        },
    }  # fmt: skip
    headers = {"Content-Type": "application/json", "Expires": http_date(_end_of(export))}
    return Answer(resource=orjson.dumps(manifest), headers=headers)


def end(call: Call, id: str) -> Answer:
    """DELETE bulk/id: it is gathered no further, and what was gathered is thrown away."""
    end_bulk(export_id=_own(call, id).id, by=call.partner, at=call.at)
    return Answer(resource=None, status=202)


def file(call: Call, id: str, name: str) -> Answer:
    """GET bulk/id/Kind-1.ndjson: a resource a line, within the scopes of the token that is shown now."""
    export = _own(call, id)
    kind, _, number = name.removesuffix(".ndjson").partition("-")
    if not name.endswith(".ndjson") or not (number.isascii() and number.isdigit() and len(number) < 7):
        raise not_there("file")
    if export.state != "ready":
        raise not_there("file")
    if kind == TOLD:
        return _lines(b"".join(orjson.dumps(each) + b"\n" for each in _told(export)))
    if not call.may(kind):
        words = f"This token does not have the scope 'system/{kind[:64]}.rs' that this file needs."
        raise Faulty(Issue(code="forbidden", diagnostics=words), status=403)
    found = take_bulk(export_id=export.id, kind=kind, file=int(number), by=call.partner, at=call.at)
    return _lines(found.lines.encode())


def _lines(content: bytes) -> Answer:
    return Answer(resource=content, headers={"Content-Type": NDJSON})


def _own(call: Call, id: str) -> BulkExport:
    """One that this very system asked for and that is not over. To everybody else it is not there."""
    wanted, asker = as_uuid(id), call.partner.user_id
    found = BulkExport.objects.filter(pk=wanted, client_id=asker).first() if wanted and asker else None
    if found is not None and found.state == "ended" and found.words:
        words = f"It was ended by those who answer for this record: {found.words}"
        raise Faulty(Issue(code="not-found", diagnostics=words), status=404)
    if found is None or found.state == "ended" or (found.expires_at is not None and found.expires_at <= call.at):
        raise not_there("bulk export")
    return found


def _progress(export: BulkExport) -> str:
    if export.state == "waiting":
        return "waiting to begin"
    return f"{100 * export.done // max(export.total, 1)}%: {export.done} of {export.total} people looked at"


def _told(export: BulkExport) -> list[dict[str, object]]:
    """An OperationOutcome for each reason: how many, and none by name."""
    words = {**LEFT_OUT, "unknown": UNKNOWN}
    return [
        operation_outcome(
            [Issue(code="informational", severity="information", diagnostics=f"{_people(count)} not in it who {words[why]}.")],
            status=200,
        )
        for why, count in export.left_out.items()
    ]


def _people(count: int) -> str:
    return "1 person is" if count == 1 else f"{count} people are"


def _end_of(export: BulkExport) -> datetime:
    if export.expires_at is None:
        raise not_there("bulk export")
    return export.expires_at

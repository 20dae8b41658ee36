"""Which letters and documents are there about this person, and what stands in one?"""

import base64
import binascii
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.people import api as people
from homeward.records import api as records
from homeward.records.api import ItemLine, ItemRow, Wanted
from homeward.web.page import PageRequest, page, show
from homeward.web.people.about import about
from homeward.web.people.aged import aged
from homeward.web.people.health.body import attachments, note_of, tree_of, words_of
from homeward.web.people.health.line import opened, source_named
from homeward.web.people.health.read import alerts
from homeward.web.people.timeline import cursor

PAGE = 30
SHOWN_HERE = {"text/plain": "txt", "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
GONE = NotFound("There is no such document here.", next_step="Go back to the documents and choose it from the list.")


@page("person.view", methods=("GET",))
def documents(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The documents, newest first."""
    by, at = request.actor, request.at
    before = cursor.read(request.GET.get("before", ""))
    wanted = Wanted(
        kinds=("DocumentReference", "Composition"), most=PAGE + 1, but=("entered-in-error",), bodied=True, before=before
    )
    with access.gate.person(person_id, by=by, at=at, why="documents"):
        banner = people.banner(person_id, by, at)
        rows = records.blocks(person_id, {"documents": wanted})["documents"]
        shown, closed = opened(rows[:PAGE], by)
        more = (rows[PAGE - 1].placed_at, rows[PAGE - 1].id) if len(rows) > PAGE else None
        context = {
            **about(
                request, banner, here="person_documents", heading="Documents", alerts=alerts(person_id, by=by, at=at)
            ),
            "documents": [_listed(row) for row in shown],
            "closed": closed,
            "aged": aged,
            "first_page": before is None,
            "next": urlencode({"before": cursor.written(more)}) if more else "",
        }
    return show(request, "people/documents/page.html", context)


@page("person.view", methods=("GET",))
def document(request: PageRequest, person_id: UUID, item_id: UUID) -> HttpResponse:
    """The first file that came along with a document, to keep or to open; never run by the browser."""
    with access.gate.person(person_id, by=request.actor, at=request.at, why="a document"):
        row = records.item(item_id)
        return _handed_over(row, person_id, request.actor)


def _handed_over(row: ItemRow | None, person_id: UUID, by: Actor) -> HttpResponse:
    if row is None or row.person_id != person_id or not opened([row], by)[0]:
        raise GONE
    for each in attachments(tree_of(row.body)):
        kind = str(each.get("contentType", "")).partition(";")[0]
        if isinstance(each.get("data"), str) and kind in SHOWN_HERE:
            try:
                content = base64.b64decode(each["data"], validate=True)
            except binascii.Error:
                raise GONE from None
            answer = HttpResponse(content, content_type=f"{kind}; charset=utf-8" if kind == "text/plain" else kind)
            answer["Content-Disposition"] = f'attachment; filename="document-{row.id}.{SHOWN_HERE[kind]}"'
            answer["Cache-Control"] = "no-store"
            return answer
    raise GONE


def _listed(row: ItemLine) -> dict[str, Any]:
    tree = tree_of(row.body)
    files = attachments(tree)
    first = files[0] if files else {}
    address = str(first.get("url", ""))
    here = any(
        isinstance(each.get("data"), str) and each.get("contentType", "").partition(";")[0] in SHOWN_HERE
        for each in files
    )
    return {
        "id": row.id,
        "title": str(first.get("title") or note_of(tree) or row.display or "A document without a title")[:200],
        "type": words_of(tree.get("type")) or row.display,
        "at": row.placed_at,
        "source": source_named(row.source),
        "superseded": row.status == "superseded",
        "here": here,
        "address": address if urlsplit(address).scheme == "https" else "",
    }

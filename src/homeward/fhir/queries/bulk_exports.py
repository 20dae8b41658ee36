"""Which bulk exports were asked for, by whom, of how many people, and how often was each taken? For information governance."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.exchange.api import TakenAtOnce
from homeward.fhir.bulk.vocabulary import LEFT_OUT
from homeward.fhir.models import BulkExport
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound

PAGE = 50
UNKNOWN = "were named and are not known here"
_TAKEN = """
select subject_id, count(*), max(at) from foundation_event
where kind = 'bulk.take' and subject_id = any (%s) group by subject_id
"""


def listed(*, by: Actor, at: datetime, page: int) -> tuple[Sequence[TakenAtOnce], bool]:
    """A page of them, the newest first, and whether there are more."""
    with gate.audit(by=by, at=at, why="many records given at once"):
        first = (page - 1) * PAGE
        rows = list(BulkExport.objects.order_by("-asked_at", "id")[first : first + PAGE + 1])
        taken = _taken([each.id for each in rows[:PAGE]])
    return [_told(each, taken, at) for each in rows[:PAGE]], len(rows) > PAGE


def one(export_id: UUID, *, by: Actor, at: datetime) -> TakenAtOnce:
    """One of them. Raises NotFound."""
    with gate.audit(by=by, at=at, why="many records given at once"):
        row = BulkExport.objects.filter(pk=export_id).first()
        if row is None:
            raise NotFound("There is no such export.", next_step="Go back to the list.")
        return _told(row, _taken([row.id]), at)


def _taken(ids: Collection[UUID]) -> dict[UUID, tuple[int, datetime]]:
    with connection.cursor() as cursor:
        cursor.execute(_TAKEN, [list(ids)])
        return {id: (many, last) for id, many, last in cursor.fetchall()}


def _told(row: BulkExport, taken: dict[UUID, tuple[int, datetime]], at: datetime) -> TakenAtOnce:
    many, last = taken.get(row.id, (0, None))
    words = {**LEFT_OUT, "unknown": UNKNOWN}
    same: dict[str, Any] = {
        name: getattr(row, name)
        for name in ("id", "organisation", "role", "whole", "since", "asked_at", "total", "given", "unchanged", "ready_at", "expires_at", "words")
    }
    over = row.state == "ready" and row.expires_at is not None and row.expires_at <= at  # the house throws it away in a moment
    return TakenAtOnce(
        **same, system=row.client_name, kinds=tuple(row.kinds), named=len(row.people),
        state="ended" if over else row.state, looked_at=row.done, taken=many, last_taken_at=last,
        left_out={words[why].replace("your organisation", "this organisation"): count for why, count in row.left_out.items()},
    )  # fmt: skip

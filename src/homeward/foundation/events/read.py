"""What happened since? Rows in the order of (transaction, position), below the oldest transaction still running.

A sequence alone would lie: a slow writer may commit position 7 after position 8 was read. Transaction ids below the
snapshot's horizon belong to finished transactions, so that order is final and a consumer never misses a row.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

COLUMNS = (
    "xid, position, id, kind, at, recorded_at, person_id, subject_kind, subject_id, actor_id, actor_name, "
    "actor_kind, organisation, role, purpose, facts, teams"
)


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """One event as it stands in the log."""

    xid: int
    position: int
    id: UUID
    kind: str
    at: datetime
    recorded_at: datetime
    person_id: UUID | None
    subject_kind: str
    subject_id: UUID
    actor_id: UUID | None
    actor_name: str
    actor_kind: str
    organisation: str
    role: str
    purpose: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    teams: tuple[str, ...] = ()

    @property
    def watermark(self) -> "Watermark":
        """Where a consumer stands once it has dealt with this row."""
        return Watermark(xid=self.xid, position=self.position)


@dataclass(frozen=True, kw_only=True, order=True)
class Watermark:
    """How far a consumer has read."""

    xid: int
    position: int


def start() -> Watermark:
    """Before the first event."""
    return Watermark(xid=0, position=0)


def after(watermark: Watermark, *, limit: int = 1000) -> list[EventRow]:
    """Up to `limit` settled events after `watermark`, in their final order, as far as the open gate lets the caller see."""
    return _rows(
        "where (xid, position) > (%s, %s)"
        " and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
        " order by xid, position limit %s",
        [watermark.xid, watermark.position, limit],
    )


def of_subject(subject_id: UUID, *, person_id: UUID | None = None, person_ids: Collection[UUID] = ()) -> list[EventRow]:
    """Everything that happened to one thing, oldest first by when it happened; the ids it stands under find it by index."""
    under = [*person_ids, *([person_id] if person_id else [])]
    if not under:
        return _rows("where subject_id = %s order by at, xid, position", [subject_id])
    return _rows("where subject_id = %s and person_id = any (%s) order by at, xid, position", [subject_id, under])


def touched(people: Collection[UUID], *, since: datetime) -> set[UUID]:
    """Those among them to whom anything has happened since that moment, or of whom it was written down since.

    As far as the gate is open. Each half finds its rows by an index or in the months that are left.
    """
    half = "select person_id from foundation_event where person_id = any (%(people)s) and"
    with connection.cursor() as cursor:
        cursor.execute(
            f"{half} at >= %(since)s union {half} recorded_at >= %(since)s", {"people": list(people), "since": since}
        )
        return {row[0] for row in cursor.fetchall()}


def of_person(
    person_id: UUID,
    *,
    kinds: Collection[str],
    limit: int,
    since: datetime | None = None,
    before: tuple[datetime, UUID] | None = None,
    under_every_id: bool = False,
) -> list[EventRow]:
    """What happened to one person, newest first, as far as the gate is open; at most `limit` rows of these kinds.

    Of one moment the least id comes first. `before` is the (moment, id) of the last row of the page before.
    `since` leaves out what was written down before that moment. `under_every_id`: also what was written of records that
    were joined to this one, or parted from it; what each may read, the gate decides.
    """
    ids = "gate.written_under(%s)" if under_every_id else "array[%s]::uuid[]"
    tail, values = f"where person_id = any ({ids}) and kind = any (%s)", [person_id, list(kinds)]
    if before is not None:
        tail, values = tail + " and at <= %s and (at < %s or id > %s)", [*values, before[0], *before]
    if since is not None:
        tail, values = tail + " and recorded_at >= %s", [*values, since]
    return _rows(f"{tail} order by at desc, id limit %s", [*values, limit])


def _rows(tail: str, values: list[Any]) -> list[EventRow]:
    with connection.cursor() as cursor:
        cursor.execute(f"select {COLUMNS} from foundation_event {tail}", values)
        names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
    return [_row(dict(zip(names, row, strict=True))) for row in rows]


def _row(values: dict[str, Any]) -> EventRow:
    facts = values["facts"]  # Django hands jsonb over as text
    return EventRow(**{**values, "facts": json.loads(facts), "teams": tuple(values["teams"])})

"""How is an event written down? One insert; then the subscribers are told, and once it is kept the live boards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import connection
from psycopg.types.json import Jsonb

from homeward.foundation.events.read import EventRow
from homeward.foundation.events.subscribe import subscribed
from homeward.foundation.events.wake import wake
from homeward.foundation.ids import new_id

_INSERT = """
insert into foundation_event (id, kind, at, person_id, subject_kind, subject_id, actor_id, actor_name,
                              actor_kind, organisation, role, purpose, facts, teams)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
returning xid, position, recorded_at
"""


@dataclass(frozen=True, kw_only=True)
class NewEvent:
    """An event about to be written; the database adds its position, transaction and digest."""

    kind: str
    at: datetime
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


def append(event: NewEvent) -> EventRow:
    """Write `event` in the current transaction and tell its subscribers. The live notice carries ids and codes only."""
    id = new_id()
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                id, event.kind, event.at, event.person_id, event.subject_kind, event.subject_id, event.actor_id,
                event.actor_name, event.actor_kind, event.organisation, event.role, event.purpose,
                cast(Any, Jsonb(dict(event.facts))), list(event.teams),
            ],
        )  # fmt: skip
        xid, position, recorded_at = cursor.fetchone()
    wake("|".join((event.kind, event.subject_kind, str(event.subject_id), ",".join(event.teams))))
    row = EventRow(xid=xid, position=position, id=id, recorded_at=recorded_at, **_shared(event))
    for handler in subscribed(event.kind):
        handler(row)
    return row


def _shared(event: NewEvent) -> dict[str, Any]:
    return {name: getattr(event, name) for name in NewEvent.__dataclass_fields__}

"""Which copies of records were asked for, and how far is each?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.models import Export
from homeward.foundation.actions import Actor

MOST = 100


@dataclass(frozen=True, kw_only=True)
class ExportRow:
    """One copy. `state` is waiting, gathering, ready, failed or removed; `done` of `total` tables are gathered."""

    id: UUID
    person_id: UUID
    asked_by: str
    reason: str
    asked_at: datetime
    state: str
    done: int
    total: int
    rows: int
    withheld: int
    size: int
    sha256: str
    ready_at: datetime | None
    words: str

    @property
    def moving(self) -> bool:
        return self.state in ("waiting", "gathering")


def exports(*, by: Actor, at: datetime) -> list[ExportRow]:
    """The newest first, for information governance."""
    with ways.audit(by=by, at=at, why="copies of records"):
        return [_row(each) for each in Export.objects.defer("content").order_by("-asked_at", "id")[:MOST]]


def person_of_export(export_id: UUID) -> UUID | None:
    """Whose copy it is, so that the gate can be opened for the right person."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.person_of_export(%s)", [export_id])
        found: UUID | None = cursor.fetchone()[0]
        return found


def _row(each: Export) -> ExportRow:
    names = ExportRow.__dataclass_fields__
    return ExportRow(**{name: getattr(each, name) for name in names})

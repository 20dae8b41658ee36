"""Which rows has a table, and from which events is each made? What tells who somebody is stays out of sight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.exchange.models import NationalReturn, ReturnRow, ReturnTable
from homeward.exchange.returns.queries.gathering.within import asked
from homeward.exchange.returns.spec.data_sets import DATA_SETS
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound

PAGE = 25
MOST_EVENTS = 6
HIDDEN = "kept out of sight"
_EVENTS = "select id, kind, at, actor_kind, role, organisation from foundation_event where id = any(%(ids)s) order by at, xid, position"


@dataclass(frozen=True, kw_only=True)
class Trace:
    """One event: what happened, when, and in which role and organisation somebody did it."""

    kind: str
    at: datetime
    role: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class RowView:
    """One row: the columns that say something and tell nobody who it is; the events it was made from, oldest first."""

    number: int
    key: str
    person_id: UUID | None
    subject_kind: str
    subject_id: UUID | None
    cells: Sequence[tuple[str, str]]
    events: Sequence[Trace]
    more: int


@dataclass(frozen=True, kw_only=True)
class RowPage:
    """One page of one table."""

    table: str
    tables: Sequence[tuple[str, int]]
    rows: Sequence[RowView]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


def rows(return_id: UUID, *, table: str, by: Actor, at: datetime, page: int = 1, number: int = 0) -> RowPage:
    """A page of rows, or the page that row `number` stands on. That they were opened is written down. Raises NotFound."""
    found = NationalReturn.objects.filter(pk=return_id).first()
    tables = list(ReturnTable.objects.filter(national_return_id=return_id).order_by("name"))
    if found is None or not tables:
        raise NotFound("There are no rows of this return.", next_step="Make it anew, or open the newest one.")
    wanted = next((each for each in tables if each.name == table), tables[0])
    page = max(1, -(-number // PAGE) if number else page)
    with gate.job(JOB, by=by, at=at, why="rows behind a national return"):
        kept = ReturnRow.objects.filter(national_return_id=return_id, table=wanted.name).order_by("number")
        shown = list(kept[(page - 1) * PAGE : page * PAGE])
        events = _events([event for row in shown for event in row.events[-MOST_EVENTS:]])
    hidden = _identifying(found.data_set, wanted.name)
    return RowPage(
        table=wanted.name, tables=[(each.name, each.rows) for each in tables], total=wanted.rows, page=page,
        rows=[_view(row, wanted.columns, hidden, events) for row in shown],
    )  # fmt: skip


def _view(row: ReturnRow, columns: Sequence[str], hidden: frozenset[str], events: Mapping[UUID, Trace]) -> RowView:
    cells = [
        (name, HIDDEN if name in hidden else value) for name, value in zip(columns, row.cells, strict=True) if value
    ]
    newest = row.events[-MOST_EVENTS:]
    return RowView(
        number=row.number, key=row.key, person_id=row.person_id, subject_kind=row.subject_kind, subject_id=row.subject_id,
        cells=cells, events=[events[each] for each in newest if each in events], more=len(row.events) - len(newest),
    )  # fmt: skip


def _events(ids: Sequence[UUID]) -> Mapping[UUID, Trace]:
    return {
        row["id"]: Trace(
            kind=row["kind"], at=row["at"], role=row["role"] or row["actor_kind"], organisation=row["organisation"]
        )
        for row in asked(_EVENTS, {"ids": list(ids)})
    }


def _identifying(data_set: str, table: str) -> frozenset[str]:
    return frozenset(item.name for item in DATA_SETS[data_set].table(table).items if item.identifying)

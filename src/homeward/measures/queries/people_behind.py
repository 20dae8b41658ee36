"""Who is behind a number? The rows it was counted from; and, for those the asker's teams look after, their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.measures.queries.asking import Asked, check_may, query_of
from homeward.measures.queries.labels import label
from homeward.measures.queries.lake import lake_of, opened, rows_of
from homeward.measures.queries.pseudonyms import real
from homeward.measures.queries.tallies import columns_of
from homeward.measures.vocabulary import STATUSES, Status

PAGE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAMES = """
select n.person_id, concat_ws(' ', nullif(n.given, ''), n.family) from people_personname n
where n.person_id = any (%s) and n.use = 'usual' and n.valid_to is null
"""


@dataclass(frozen=True, kw_only=True)
class Behind:
    """One row that was counted, or not, and why. It names nobody; a row about places or teams is about nobody either.

    `row_id` is the id of what the measure's `row` says; `value` is what the row adds to a figure that is no share.
    """

    row_id: UUID
    person_id: UUID | None
    at: datetime
    status: Status
    status_words: str
    why: str
    minutes: int | None
    value: float | None
    need: str
    locality: str
    team: str


@dataclass(frozen=True, kw_only=True)
class BehindPage:
    """One page of the rows, of `total`."""

    rows: Sequence[Behind]
    total: int
    page: int
    as_of: datetime


def people_behind(
    code: str, *, asked: Asked, by: Actor, at: datetime, page: int = 1, of: datetime | None = None
) -> BehindPage:
    """The rows that the figure counts with the same asking, newest first. Raises NotFound, NotPermitted, NotCountedYet.

    `of`: the moment of the figure that it was opened from. The page's `as_of` is another where that is no longer kept.
    """
    check_may(by)
    catalogue = lake_of(of, code)
    query = query_of(code, catalogue)
    page = max(1, page)
    with opened(catalogue) as lake:
        where, values = asked.where(columns_of(lake, query))
        rows = rows_of(
            lake,
            f"select * replace (epoch_us(started_at) as started_at), count(*) over () as total from ({query}) rows where {where}"
            " order by started_at desc, row_id limit ? offset ?",
            [*values, PAGE, (page - 1) * PAGE],
        )
        total = (
            rows[0]["total"]
            if rows
            else rows_of(lake, f"select count(*) as n from ({query}) r where {where}", values)[0]["n"]
        )
    known = real(id for row in rows for id in (row["row_id"], row["person_id"]) if id)
    found = [
        Behind(
            row_id=known[row["row_id"]], person_id=known.get(row["person_id"]), at=EPOCH + timedelta(microseconds=row["started_at"]), status=row["status"],
            status_words=STATUSES[row["status"]], why=row["why"],
            minutes=None if row["minutes"] is None else int(row["minutes"]),
            value=None if row.get("value") is None else float(row["value"]), need=_label("need", row),
            locality=_label("locality", row), team=_label("team", row),
        )
        for row in rows
    ]  # fmt: skip
    return BehindPage(rows=found, total=total, page=page, as_of=catalogue.as_of)


def _label(cut: str, row: Mapping[str, Any]) -> str:
    """The words for what a row says of itself; nothing where it says nothing."""
    return label(cut, row[cut]) if row.get(cut) else ""


def names_of(people: Iterable[UUID], *, by: Actor, at: datetime, why: str) -> dict[UUID, str]:
    """Names of those among them whom the asker's teams look after now. The reason is written into the access log."""
    if not why.strip():
        raise Invalid({"why": "Say why you need to see the names."})
    with gate.worklist(by=by, at=at, what=f"names behind a number: {why.strip()}"), connection.cursor() as cursor:
        cursor.execute(_NAMES, [list(people)])
        return dict(cursor.fetchall())

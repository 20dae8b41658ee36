"""What differs between two returns of the same month: rows that came, rows that went, and which columns changed?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.exchange.models import NationalReturn, ReturnTable
from homeward.exchange.returns.queries.gathering.within import asked
from homeward.exchange.returns.queries.listed import ReturnRowView, view_of
from homeward.exchange.returns.queries.one import given_before
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound

HEADER = "CYP000Header"  # differs always: it says when the file was made
_PAIRED = """
select coalesce(a.table, b.table) as table, a.cells as before, b.cells as after
from (select * from exchange_returnrow where national_return_id = %(before)s) a
full join (select * from exchange_returnrow where national_return_id = %(after)s) b
       on b.table = a.table and b.key = a.key
where coalesce(a.table, b.table) <> %(header)s and a.cells is distinct from b.cells
"""


@dataclass(frozen=True, kw_only=True)
class TableDifference:
    """One table: rows only in the later one, only in the earlier one, and those that changed, by column."""

    table: str
    came: int
    went: int
    changed: int
    columns: Sequence[tuple[str, int]]
    before: int
    after: int


@dataclass(frozen=True, kw_only=True)
class Differences:
    """The two, and what differs table by table; tables that are the same are not listed."""

    before: ReturnRowView
    after: ReturnRowView
    tables: Sequence[TableDifference]
    same: int


def differences(return_id: UUID, *, by: Actor, at: datetime) -> Differences:
    """This one held beside the last one submitted before it. Raises NotFound where there is none."""
    after = NationalReturn.objects.filter(pk=return_id).first()
    earlier = given_before(after) if after else None
    if after is None or earlier is None:
        raise NotFound("Nothing was submitted before this one for the same month.", next_step="Open the return itself.")
    before = NationalReturn.objects.get(pk=earlier)
    columns = {each.name: each.columns for each in ReturnTable.objects.filter(national_return_id=return_id)}
    with gate.job(JOB, by=by, at=at, why="differences between two national returns"):
        pairs = asked(_PAIRED, {"before": before.id, "after": after.id, "header": HEADER})
    came, went, changed, by_column = Counter[str](), Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for pair in pairs:
        table = pair["table"]
        if pair["before"] is None or pair["after"] is None:
            (came if pair["before"] is None else went)[table] += 1
            continue
        changed[table] += 1
        for name, old, new in zip(columns[table], pair["before"], pair["after"], strict=False):
            by_column[table, name] += old != new
    totals = _rows(before.id), _rows(after.id)
    touched = sorted({*came, *went, *changed})
    tables = [
        TableDifference(
            table=name, came=came[name], went=went[name], changed=changed[name], before=totals[0].get(name, 0),
            after=totals[1].get(name, 0), columns=[(column, n) for (t, column), n in sorted(by_column.items()) if t == name and n],
        )
        for name in touched
    ]  # fmt: skip
    same = sum(1 for name in columns if name != HEADER and name not in touched)
    return Differences(before=view_of(before), after=view_of(after), tables=tables, same=same)


def _rows(return_id: UUID) -> Mapping[str, int]:
    return dict(ReturnTable.objects.filter(national_return_id=return_id).values_list("name", "rows"))

"""What stands in one return: its tables, its rules and what they found, and what differs from the one given before?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.exchange.models import NationalReturn
from homeward.exchange.returns.queries.declared import declared
from homeward.exchange.returns.queries.listed import ReturnRowView, view_of
from homeward.exchange.returns.rules.row import SEVERITIES
from homeward.exchange.returns.spec.data_sets import DATA_SETS
from homeward.exchange.returns.spec.item import DataSet
from homeward.foundation.errors import NotFound
from homeward.grammar.api import NationalReturn as Declared

_GRAVEST: list[str] = list(SEVERITIES)


@dataclass(frozen=True, kw_only=True)
class TableView:
    """One table of it."""

    name: str
    title: str
    rows: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class ResultView:
    """One rule and how many rows break it."""

    rule: str
    table: str
    words: str
    severity: str
    mend: str
    count: int


@dataclass(frozen=True, kw_only=True)
class ReturnView:
    """One return. `broken` are the rules that some row breaks, the gravest first; `held` says how many others there are."""

    row: ReturnRowView
    declared: Declared
    data_set: DataSet
    tables: Sequence[TableView]
    broken: Sequence[ResultView]
    held: int
    before: UUID | None


def one(return_id: UUID) -> ReturnView:
    """Everything about it that names nobody. Raises NotFound."""
    row = _called(return_id)
    data_set = DATA_SETS[row.data_set]
    titles: Mapping[str, str] = {table.name: table.title for table in data_set.tables}
    results = [result_of(each) for each in row.results.all()]
    broken = sorted(
        (each for each in results if each.count),
        key=lambda each: (_GRAVEST.index(each.severity), -each.count, each.rule),
    )
    tables = [
        TableView(name=each.name, title=titles.get(each.name, ""), rows=each.rows, sha256=each.sha256)
        for each in row.tables.order_by("name")
    ]
    return ReturnView(
        row=view_of(row), declared=declared(row.return_code), data_set=data_set, tables=tables, broken=broken,
        held=len(results) - len(broken), before=given_before(row),
    )  # fmt: skip


def given_before(row: NationalReturn) -> UUID | None:
    """The last one that was submitted before it, for the same provider and month: a final is held beside a provisional."""
    same = NationalReturn.objects.filter(
        return_code=row.return_code, provider=row.provider, month=row.month, state="submitted"
    )
    found = (
        same.exclude(pk=row.id)
        .filter(submitted_at__lte=row.submitted_at or row.asked_at)
        .order_by("-submitted_at")
        .first()
    )
    return found.id if found else None


def result_of(each: object) -> ResultView:
    """A stored result as a page reads it."""
    return ResultView(**{name: getattr(each, name) for name in ResultView.__dataclass_fields__})


def _called(return_id: UUID) -> NationalReturn:
    row = NationalReturn.objects.filter(pk=return_id).first()
    if row is None:
        raise NotFound("There is no such return.", next_step="Choose one from the page of national returns.")
    return row

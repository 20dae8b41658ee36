"""Which versions has a measure had, and what would the numbers be by another of them? Each version's query is kept for good."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from homeward.foundation.errors import NotFound
from homeward.measures.catalogue import lake
from homeward.measures.queries.asking import Asked, measure_called
from homeward.measures.queries.lake import catalogue_now, opened, rows_of
from homeward.measures.queries.tallies import tallied
from homeward.measures.rules.estimates import Estimate, Tally, estimate

FOLDER = "measures_version"
AS_OF = "{as of}"


@dataclass(frozen=True, kw_only=True)
class Version:
    """One meaning of a measure: a digest of its query and of what it declares. `number` counts them from 1.

    `sql` gives its rows once AS_OF is replaced by a moment; `declared` is what it said of itself.
    """

    code: str
    number: int
    digest: str
    words: str
    first_seen_at: datetime
    sql: str
    declared: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Side:
    """What one version says of the rows of the lake now."""

    version: Version
    said: Estimate
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Two versions over the same days of the same lake. `declared`: (field, was, is) where they differ.

    `only_old`, `only_new` and `otherwise` count rows: in one of them alone, and in both with another answer.
    """

    old: Side
    new: Side
    declared: Sequence[tuple[str, str, str]]
    same_query: bool
    only_old: int
    only_new: int
    otherwise: int


def versions(code: str) -> list[Version]:
    """All versions of a declared measure, the oldest first. Raises NotFound."""
    measure_called(code)
    return sorted(_kept(code), key=lambda each: each.number)


def version(code: str, number: int) -> Version:
    """One of them. Raises NotFound."""
    found = next((each for each in versions(code) if each.number == number), None)
    if found is None:
        has = ", ".join(str(each.number) for each in versions(code)) or "none yet"
        raise NotFound(f"{code} has no version {number}.", next_step=f"Versions kept: {has}.")
    return found


def compare(code: str, *, old: int, new: int, asked: Asked) -> Compared:
    """Two versions side by side, counted over the lake as it is now. Raises NotFound, NotCountedYet."""
    measure = measure_called(code)
    pair = [version(code, number) for number in (old, new)]
    catalogue = catalogue_now()
    queries = [each.sql.replace(AS_OF, catalogue.as_of.isoformat()) for each in pair]
    with opened(catalogue) as lake_now:
        tallies = [tallied(lake_now, query, asked=asked, kind=measure.kind).all for query in queries]
        where, values = asked.where(())
        [apart] = rows_of(
            lake_now,
            f"with o as (select row_id, status from ({queries[0]}) r where {where}),"
            f" n as (select row_id, status from ({queries[1]}) r where {where})"
            " select count(*) filter (n.row_id is null) as only_old, count(*) filter (o.row_id is null) as only_new,"
            " count(*) filter (o.status <> n.status) as otherwise from o full join n on o.row_id = n.row_id",
            [*values, *values],
        )
    sides = [
        Side(version=each, tally=tally, said=estimate(tally, kind=measure.kind, per=measure.per, percent=measure.unit == "percent"))
        for each, tally in zip(pair, tallies, strict=True)
    ]  # fmt: skip
    return Compared(
        old=sides[0], new=sides[1], declared=_differences(pair[0].declared, pair[1].declared),
        same_query=pair[0].sql == pair[1].sql, **apart,
    )  # fmt: skip


def folder_of(code: str) -> Path:
    """Where the versions of a measure lie."""
    return lake() / FOLDER / code


def _kept(code: str) -> Iterator[Version]:
    for path in folder_of(code).glob("*.json"):
        stored = json.loads(path.read_text())
        yield Version(**{**stored, "first_seen_at": datetime.fromisoformat(stored["first_seen_at"])})


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return [(name, _words(old.get(name)), _words(new.get(name))) for name in names]


def _words(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

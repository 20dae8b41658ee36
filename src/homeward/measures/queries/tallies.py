"""What is counted of a measure's rows: in all, by period, and by each cut the rows have? One pass over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from homeward.measures.queries.asking import Asked
from homeward.measures.queries.lake import rows_of
from homeward.measures.rules.estimates import Tally
from homeward.measures.rules.periods import EVERY, Every
from homeward.measures.vocabulary import CUTS

_COUNTED = "status in ('met', 'not_met')"
# The first day of the period a row lies in, as London's days go; years begin in April.
LOCAL = "timezone('Europe/London', started_at)"


def bucket(every: Every, day: str = LOCAL) -> str:
    """The first day of the period that a moment or day, as SQL, lies in."""
    if every == "year":
        return f"(date_trunc('year', {day} - interval 3 month) + interval 3 month)::date"
    return f"date_trunc('{every}', {day})::date"


BUCKETS: Mapping[str, str] = {every: bucket(every) for every in EVERY}
SUMS = f"""
count(*) filter (status = 'met') as met, count(*) filter ({_COUNTED}) as counted,
count(*) filter (status = 'too_early') as too_early, count(*) filter (status = 'excluded') as excluded,
count(*) filter ({_COUNTED} and evidence) as with_evidence,
count(value) filter (status = 'met') as valued, coalesce(sum(value) filter (status = 'met'), 0) as total,
stddev_samp(value) filter (status = 'met') as spread, coalesce(sum(value) filter ({_COUNTED}), 0) as base
"""
ORDERED = ", list_sort(list(value) filter (status = 'met' and value is not null)) as ordered"
_COUNTS = f"count(*) filter (status = 'met') as met, count(*) filter ({_COUNTED}) as counted"
MOST_PARTS = 500
_EVENTS = "select distinct day from asked where status = 'met' order by day desc limit ?"
MOST_EVENTS = 200


@dataclass(frozen=True, kw_only=True)
class Tallies:
    """The same rows counted in all, by period, and by the values of each cut. `events`: days on which one met began."""

    all: Tally
    periods: Mapping[date, Tally]
    cuts: Mapping[str, Sequence[tuple[str, Tally]]]
    reasons: Sequence[tuple[str, str, int]] = field(default=())
    events: Sequence[date] = field(default=())


def columns_of(lake: Any, query: str) -> tuple[str, ...]:
    """Which columns do the rows have? A measure gives only the cuts that make sense for it."""
    return tuple(row[0] for row in lake.execute(f"describe {query}").fetchall())


def tallied(lake: Any, query: str, *, asked: Asked, kind: str, events: bool = False) -> Tallies:
    """Count the rows of `query` that are asked for; with `events`, the days on which those met began as well."""
    columns = columns_of(lake, query)
    cuts = [cut for cut in CUTS if cut in columns]
    where, values = asked.where(columns)
    value = "value::double" if "value" in columns else "null::double"
    named = "".join(f", coalesce({cut}::varchar, '') as {cut}" for cut in cuts)
    lake.execute(
        f"create or replace temp table asked as select status, why, evidence, {value} as value, {LOCAL}::date as day,"
        f" {BUCKETS[asked.every]} as bucket{named} from ({query}) rows where {where}",
        values,
    )
    sets = ", ".join(["()", "(bucket)", *(f"({cut})" for cut in cuts)])
    listed = "".join(f", {cut}" for cut in cuts)
    rows = rows_of(
        lake,
        f"select bucket{listed}, {SUMS}{ORDERED if kind == 'median' else ''} from asked group by grouping sets ({sets})",
    )
    reasons = rows_of(lake, "select status, why, count(*) as n from asked group by all order by n desc, why")
    days = rows_of(lake, _EVENTS, [MOST_EVENTS]) if events else []
    lake.execute("drop table asked")
    return replace(
        _sorted_out(rows, cuts),
        reasons=[(row["status"], row["why"], row["n"]) for row in reasons],
        events=[row["day"] for row in days],
    )


def tallied_by(lake: Any, query: str, *, asked: Asked, cut: str) -> list[tuple[str, Tally]]:
    """Those met of those counted for each value of a cut. One that the rows do not have is taken from where people live or are listed."""
    columns = columns_of(lake, query)
    where, values = asked.where(columns)
    of_people = [row[0] for row in lake.execute("describe people").fetchall()]
    if cut not in columns and cut not in of_people:
        return []
    joined = "" if cut in columns else " left join people lived using (person_id)"
    column = f"rows.{cut}" if cut in columns else f"lived.{cut}"
    rows = rows_of(
        lake,
        f"select coalesce({column}::varchar, '') as code, {_COUNTS} from (select * from ({query}) given where {where}) rows{joined}"
        " group by 1 order by 1 limit ?",
        [*values, MOST_PARTS],
    )
    return [(row["code"], Tally(met=row["met"], counted=row["counted"])) for row in rows]


def _sorted_out(rows: Sequence[Mapping[str, Any]], cuts: Sequence[str]) -> Tallies:
    whole, periods, parts = Tally(), dict[date, Tally](), {cut: list[tuple[str, Tally]]() for cut in cuts}
    for row in rows:
        counted = tally_of(row)
        cut = next((cut for cut in cuts if row[cut] is not None), None)
        if row["bucket"] is not None:
            periods[row["bucket"]] = counted
        elif cut is not None:
            parts[cut].append((row[cut], counted))
        else:
            whole = counted
    return Tallies(all=whole, periods=periods, cuts=known_cuts(parts))


def known_cuts(parts: Mapping[str, Sequence[tuple[str, Tally]]]) -> Mapping[str, Sequence[tuple[str, Tally]]]:
    """Those that tell anybody apart."""
    return {cut: found for cut, found in parts.items() if any(code for code, _ in found)}


def tally_of(row: Mapping[str, Any]) -> Tally:
    """One row of sums, as a tally."""
    return Tally(
        met=row["met"], counted=row["counted"], too_early=row["too_early"], excluded=row["excluded"],
        with_evidence=row["with_evidence"], valued=row["valued"], total=row["total"], spread=row["spread"],
        base=row["base"], ordered=tuple(row.get("ordered") or ()),
    )  # fmt: skip

"""What was counted of a measure's rows on each day, in all and by each cut? Sums beside rows that are written down, so that any days are drawn at once.

They are made of those very rows, in the same moment, and go when they go: nothing is ever added to them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from homeward.measures.catalogue import Drawn, lake
from homeward.measures.queries.asking import Asked
from homeward.measures.queries.lake import rows_of
from homeward.measures.queries.tallies import LOCAL, MOST_EVENTS, Tallies, bucket, columns_of, known_cuts, tally_of
from homeward.measures.rules.estimates import Tally
from homeward.measures.vocabulary import CUTS

# What a line of the file is about: everybody, one reason for one answer, or (by its own name) one value of a cut.
ALL, REASON = "", "why"
_MET, _COUNTED = "status = 'met'", "status in ('met', 'not_met')"
# A spread is no sum of spreads, but it follows from sums of how far values lie from one near their middle.
_DAY = f"""
count(*) as many, count(*) filter ({_MET}) as met, count(*) filter ({_COUNTED}) as counted,
count(*) filter (status = 'too_early') as too_early, count(*) filter (status = 'excluded') as excluded,
count(*) filter ({_COUNTED} and evidence) as with_evidence, count(value) filter ({_MET}) as valued,
sum(value) filter ({_MET}) as total, sum(value) filter ({_COUNTED}) as base,
sum(value - middle) filter ({_MET}) as away, sum((value - middle) * (value - middle)) filter ({_MET}) as square
"""
_DAYS = """
sum(met)::bigint as met, sum(counted)::bigint as counted, sum(too_early)::bigint as too_early,
sum(excluded)::bigint as excluded, sum(with_evidence)::bigint as with_evidence, sum(valued)::bigint as valued,
coalesce(sum(total), 0) as total, coalesce(sum(base), 0) as base,
case when sum(valued) > 1 then sqrt(greatest(0, sum(square) - sum(away) * sum(away) / sum(valued)) / (sum(valued) - 1)) end
    as spread
"""
_BEGAN = """
select measure, day from (
    select distinct measure, day from summed where part = '' and met > 0 and list_contains(?, measure)
) qualify row_number() over (partition by measure order by day desc) <= ? order by day desc
"""


def day_sums(made_of: Any, queries: Mapping[str, str]) -> str:
    """The query that gives the sums of each London day of the rows of each measure, by its code. One pass for all of them."""
    given = " union all ".join(_given(made_of, query, at) for at, query in enumerate(queries.values(), start=1))
    sets = ", ".join(["(measure, day)", "(measure, day, status, why)", *(f"(measure, day, {cut})" for cut in CUTS)])
    part, code = (
        "".join(f" when grouping({cut}) = 0 then {each}" for cut, each in of)
        for of in ([(cut, f"'{cut}'") for cut in CUTS], [(cut, cut) for cut in CUTS])
    )
    return f"""
with given as materialized ({given}), about as (
    select measure, coalesce(avg(value) filter ({_MET}), 0) as middle from given group by measure
), summed as (
    select measure, day, case when grouping(status) = 0 then '{REASON}'{part} else '{ALL}' end as part,
           case when grouping(status) = 0 then why{code} else '' end as code, status as answer, {_DAY}
    from given join about using (measure) group by grouping sets ({sets})
)
select {list(queries)}[measure] as measure, * exclude (measure) from summed where part = '{REASON}' or code is not null
order by measure, part, day, code
"""


def _given(made_of: Any, query: str, at: int) -> str:
    """The rows of one measure under its place among all. A cut that they do not have is null, where one not known is empty."""
    columns = columns_of(made_of, query)
    value = "value::double" if "value" in columns else "null::double"
    cuts = [f"coalesce({cut}::varchar, '') as {cut}" if cut in columns else f"null::varchar as {cut}" for cut in CUTS]
    return (
        f"select {at}::usmallint as measure, status, why, evidence, {value} as value, {LOCAL}::date as day, {', '.join(cuts)}"
        f" from ({query}) rows where started_at is not null"
    )


def sums_for(code: str, drawn: Drawn, asked: Asked) -> Path | None:
    """The file that answers this question about a measure; None where rows must be read: for one part or one answer of them."""
    path = drawn.sums.get(code)
    return lake() / path if path and not asked.cut and not asked.status else None


def tallied_by_sums(
    ready: Any, files: Mapping[str, Path], *, asked: Asked, events: Collection[str] = ()
) -> dict[str, Tallies]:
    """What `tallied` counts of the rows of each measure, from the file with its sums by day; `events`: those that want them."""
    _chosen(ready, files, asked)
    where = f"from summed where part <> '{REASON}'"
    parts = _of_each(ready, f"select measure, part, code, {_DAYS} {where} group by all")
    periods = _of_each(
        ready, f"select measure, {bucket(asked.every, 'day')} as bucket, {_DAYS} {where} and part = '{ALL}' group by all"
    )
    why = _of_each(
        ready,
        f"select measure, answer, code, sum(many)::bigint as n from summed where part = '{REASON}' group by all"
        " order by n desc, code",
    )
    began = _of_each(ready, _BEGAN, [list(events), MOST_EVENTS]) if events else {}
    ready.execute("drop table summed")
    return {code: _tallies(parts[code], periods[code], why[code], began.get(code, [])) for code in files}


def parts_by_sums(
    ready: Any, files: Mapping[str, Path], *, asked: Asked, cuts: Sequence[str]
) -> dict[tuple[str, str], dict[str, dict[date, Tally]]]:  # fmt: skip
    """The periods of each known part, by (measure, cut): the same as a count of the rows of each part says, from the sums by day."""
    _chosen(ready, files, asked)
    rows = rows_of(
        ready,
        f"select measure, part, code, {bucket(asked.every, 'day')} as bucket, {_DAYS} from summed"
        " where list_contains(?, part) and code <> '' group by all",
        [list(cuts)],
    )
    ready.execute("drop table summed")
    found = defaultdict[tuple[str, str], dict[str, dict[date, Tally]]](lambda: defaultdict(dict))
    for row in rows:
        found[row["measure"], row["part"]][row["code"]][row["bucket"]] = tally_of(row)
    return found


def _chosen(ready: Any, files: Mapping[str, Path], asked: Asked) -> None:
    """A table with the days that are asked for, of these measures only."""
    listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in {str(file) for file in files.values()})
    ready.execute(
        f"create or replace temp table summed as select * from read_parquet([{listed}], hive_partitioning = false)"
        " where day between ? and ? and list_contains(?, measure)",
        [asked.first, asked.last, list(files)],
    )


def _of_each(ready: Any, query: str, values: Sequence[Any] = ()) -> Mapping[str, list[Mapping[str, Any]]]:
    """The rows of a query by the measure that they are of."""
    found = defaultdict[str, list[Mapping[str, Any]]](list)
    for row in rows_of(ready, query, values):
        found[row["measure"]].append(row)
    return found


def _tallies(
    parts: Sequence[Mapping[str, Any]], periods: Sequence[Mapping[str, Any]], why: Sequence[Mapping[str, Any]],
    began: Sequence[Mapping[str, Any]],
) -> Tallies:  # fmt: skip
    return Tallies(
        all=next((tally_of(row) for row in parts if row["part"] == ALL), Tally()),
        periods={row["bucket"]: tally_of(row) for row in periods},
        cuts=known_cuts(_by_cut(parts)),
        reasons=[(row["answer"], row["code"], row["n"]) for row in why],
        events=[row["day"] for row in began],
    )


def _by_cut(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Sequence[tuple[str, Tally]]]:
    """In the order in which cuts are known."""
    found = defaultdict(list)
    for row in rows:
        found[row["part"]].append((row["code"], tally_of(row)))
    return {cut: found[cut] for cut in CUTS if cut in found}

"""How does a lake of a whole place over three years come about in minutes? Made up by DuckDB, month by month, beside what is there.

Rows mean nothing, but ids join, moments lie in their months, and words are those that the place declares or that its measures look for,
so that every measure has rows to read. For measuring speed only.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import sqlglot
from sqlglot import exp

from homeward.directory import api as directory
from homeward.measures.actions.lake.columns import by_month, held, schema_of
from homeward.measures.actions.lake.parts import Writing
from homeward.measures.catalogue import Drawn, Part, current, lake, publish
from homeward.measures.extracts import EXTRACTS, Extract
from homeward.measures.queries.lake import NotCountedYet
from homeward.measures.vocabulary import DEPRIVATION_BANDS, ETHNICITIES, GROUPS

MONTHS = 36
GROUP = 36_000  # rows in a group: what a rebuild holds in hand, shared out among the months
# How rows are shared out among the tables but people; whichever is not named has a small share.
SHARES: Mapping[str, float] = {
    "observations": 60, "medication_statements": 16, "partner_contacts": 8, "conditions": 5, "immunizations": 4, "visits": 4,
    "clocks": 2, "referrals": 1,
}  # fmt: skip
SMALL = 0.15
LATE, EARLY = 8, 100  # one in so many of what began this month, or before it, is not over
Pools = Mapping[str, Sequence[str]]


def made_up_lake(*, people: int, rows: int, at: datetime, tell: Callable[[str], None]) -> int:
    """Add about so many rows to the lake that stands, and put them in force; returns how many. Raises NotCountedYet."""
    stands = current()
    if stands is None:
        raise NotCountedYet("There is no lake to add to.", next_step="Refresh it first.")
    sizes = _sizes(people, rows)
    pools = _pools(stands.measures.values())
    files = {table: {label: list(parts) for label, parts in months.items()} for table, months in stands.files.items()}
    done = 0
    for extract in EXTRACTS:
        for label, part in _made(extract, sizes, pools, at):
            files.setdefault(extract.name, {}).setdefault(label, []).append(part)
            done += part.rows
        tell(f"{done:,} rows")
    publish(replace(stands, files=files, drawn=Drawn()))  # what was written down for less is not read for more
    return done


def _sizes(people: int, rows: int) -> dict[str, int]:
    shares = {each.name: SHARES.get(each.name, SMALL) for each in EXTRACTS if each.by != "person_id"}
    left = max(0, rows - people)
    return {each.name: people for each in EXTRACTS if each.by == "person_id"} | {
        name: max(MONTHS, int(left * share / sum(shares.values()))) for name, share in shares.items()
    }


def _made(extract: Extract, sizes: Mapping[str, int], pools: Pools, at: datetime) -> list[tuple[str, Part]]:
    """One file for each of the months up to the one of `at`, made two months at a time."""
    import duckdb

    many, months = sizes[extract.name], [at.year * 12 + at.month - MONTHS + number for number in range(MONTHS)]

    def made(number: int) -> tuple[str, Part] | None:
        first = datetime(months[number] // 12, months[number] % 12 + 1, 1, tzinfo=UTC)
        ends = at if number == MONTHS - 1 else None
        low, high = many * number // MONTHS, many * (number + 1) // MONTHS
        with making.cursor() as own:
            return _month(extract, first, own.sql(_query(extract, sizes, pools, first, ends, low, high)))

    with (
        duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "2GB"}) as making,
        ThreadPoolExecutor(max_workers=2) as workers,
    ):
        making.execute("set global TimeZone = 'UTC'")
        return [each for each in workers.map(made, range(MONTHS)) if each]


def _month(extract: Extract, first: datetime, rows: Any) -> tuple[str, Part] | None:
    """The file of one month, in groups of rows as large as a rebuild of the whole lake writes them, ordered as it orders them."""
    writing = Writing(lake(), extract, f"{first:%Y-%m}")
    for batch in rows.to_arrow_reader(GROUP):
        table = _as(batch, extract)
        for _, ordered in by_month([held(table, extract)], extract):
            writing.add(*ordered())
    part = writing.finish()
    return (f"{first:%Y-%m}", part) if part else None


def _as(batch: pa.RecordBatch, extract: Extract) -> pa.Table:
    return pa.Table.from_batches([batch]).cast(schema_of(extract))


def _query(
    extract: Extract,
    sizes: Mapping[str, int],
    pools: Pools,
    first: datetime,
    ends: datetime | None,
    low: int,
    high: int,
) -> str:
    days = calendar.monthrange(first.year, first.month)[1]
    seconds = int((ends - first).total_seconds()) if ends else days * 86_400
    moment = f"'{first.isoformat()}'::timestamptz + to_seconds((hash(i) % {max(1, seconds)})::bigint)"
    columns = ", ".join(
        f"{_value(extract, name, kind, at, sizes, pools, LATE if ends else EARLY)} as {name}"
        for at, (name, kind) in enumerate(extract.columns.items(), 1)
    )
    return f"select {columns} from (select range as i, {moment} as moment from range({low}, {high})) made"


def _value(
    extract: Extract, name: str, kind: str, at: int, sizes: Mapping[str, int], pools: Pools, open_ones: int
) -> str:
    """One column's value, as SQL. One in `open_ones` of what may still be to come has not come."""
    chance = f"hash(i + {at}::bigint * 1000000007)"
    match kind:
        case "uuid":
            owner, many = _owner(extract, name, sizes)
            return f"md5('{owner}' || {'i' if owner == extract.name else f'({chance} % {many})'})"
        case "timestamp":
            return "moment" if name == extract.month_of else (
                f"case when {chance} % {open_ones} > 0 then moment + to_seconds(({chance} % 864000)::bigint) end"
            )  # fmt: skip
        case "date":
            return f"case when {chance} % 50 = 0 then moment::date end"
        case "float":
            return f"60 + ({chance} % 1200) / 10.0"
        case "integer":
            return f"({chance} % 90 + 1930)::bigint" if name == "birth_year" else f"({chance} % 20)::bigint"
        case "boolean":
            return f"{chance} % 10 < 7"
        case _:
            words = pools.get(name) or [f"{name} {number}" for number in range(6)]
            listed = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
            return f"[{listed}][1 + ({chance} % {len(words)})::bigint]"


def _owner(extract: Extract, name: str, sizes: Mapping[str, int]) -> tuple[str, int]:
    """The table whose rows an id names first, and how many it has; a name of its own for what no table lists."""
    for each in sorted(EXTRACTS, key=lambda each: each is not extract):
        if next(column for column, kind in each.columns.items() if kind == "uuid") == name:
            return each.name, sizes[each.name]
    return name, max(sizes.values())


def _pools(queries: Iterable[str]) -> dict[str, list[str]]:
    """The words each column may hold: what the place declares, and what its measures compare the column with."""
    place = directory.place()
    kinds = {
        kind: [area.code for area in place.areas.values() if area.kind == kind]
        for kind in ("ward", "locality", "neighbourhood", "pcn")
    }
    pools = {
        **kinds, "team": list(place.teams), "need": list(place.needs), "service": list(place.services),
        "deprivation": [words for _, words in DEPRIVATION_BANDS], "ethnicity": list(ETHNICITIES), "sex": ["female", "male"],
        **{str(group): [*words] for group, words in GROUPS.items()},
    }  # fmt: skip
    for query in queries:
        for each in sqlglot.parse_one(query, read="duckdb").find_all(exp.EQ, exp.In):
            column = each.this
            words = [one.this for one in each.find_all(exp.Literal) if one.is_string]
            if isinstance(column, exp.Column) and words and all(re.fullmatch(r"[\w. -]+", word) for word in words):
                pool = pools.setdefault(column.name, [])
                pool.extend(word for word in words if word not in pool)
    return {name: words for name, words in pools.items() if words}

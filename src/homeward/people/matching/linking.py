"""Which records of two files, or of one, are one person? Read, score, judge by the policy, write the accepted pairs."""

import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from homeward.foundation.errors import Invalid
from homeward.people.matching.accepting import accept
from homeward.people.matching.columns import recognise
from homeward.people.matching.on_spark import scored_by_spark
from homeward.people.matching.policy import POLICY, MatchingPolicy
from homeward.people.matching.tidying import standard
from homeward.people.matching.training import SMALL, Records, scored

if TYPE_CHECKING:
    import duckdb

Tell = Callable[[str], None]
Engine = Literal["duckdb", "spark"]
ENGINES: Mapping[Engine, Callable[..., str]] = {"duckdb": scored, "spark": scored_by_spark}


@dataclass(frozen=True, kw_only=True)
class Linked:
    """What was done: how many rows were read, what their columns were taken for, which rule accepted or refused how many."""

    left_rows: int
    right_rows: int
    columns: Mapping[str, Mapping[str, str]]
    candidates: int
    accepted: int
    by_rule: Mapping[str, int]
    threshold: float
    policy: str
    engine: str
    seconds: float
    notes: tuple[str, ...] = field(default=())

    def as_facts(self) -> dict[str, Any]:
        return asdict(self)


def link_files(
    *,
    left: Path,
    right: Path | None,
    out: Path,
    policy: MatchingPolicy = POLICY,
    named: Mapping[str, str] | None = None,
    tell: Tell = lambda words: None,
    threads: int = 2,
    memory: str = "8GB",
    engine: Engine = "duckdb",
) -> Linked:
    """Link two CSV files, or one with itself, and write `left_id,right_id,weight,probability` of the accepted pairs.

    Weight is log2 of the odds. `engine` weighs the pairs; what does not fit into `memory` is laid down in the folder for
    temporary files. Raises Invalid for files that cannot be read or told apart, Refused where the engine is not installed.
    """
    import duckdb

    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="homeward-link-") as spilled, ExitStack() as until_done:
        given: dict[str, str | bool | int | float | list[str]] = {
            "threads": threads,
            "memory_limit": memory,
            "preserve_insertion_order": False,
            "temp_directory": spilled,
        }
        connection = until_done.enter_context(duckdb.connect(config=given))
        files = {"left_file": left} if right is None else {"left_file": left, "right_file": right}
        columns = {side: _read(connection, side, path, named) for side, path in files.items()}
        records = _together(connection, _records(connection, tuple(files)))
        candidates, by_rule = _judged(connection, records, policy=policy, engine=engine, tell=tell)
        accepted = _write(connection, records, out)
        return Linked(
            left_rows=_count(connection, "left_file"),
            right_rows=_count(connection, "right_file") if right is not None else 0,
            columns=columns,
            candidates=candidates,
            accepted=accepted,
            by_rule=by_rule,
            threshold=policy.accept_weight,
            policy=policy.version,
            engine=engine,
            seconds=round(time.monotonic() - began, 2),
        )


def _judged(
    connection: "duckdb.DuckDBPyConnection", records: Records, *, policy: MatchingPolicy, engine: Engine, tell: Tell
) -> tuple[int, dict[str, int]]:
    """Weigh the pairs and accept: how many were weighed, and how many each rule accepted or refused."""
    said = ", ".join(each.title.lower() for each in records.compared)
    tell(f"Read {' and '.join(f'{rows:,}' for rows in records.rows)} records; comparing {said} …")
    if not records.pairs:
        connection.execute("create table accepted (row_l bigint, row_r bigint, weight double)")
        return 0, {}
    candidates = _count(connection, ENGINES[engine](records, connection))
    tell(f"Weighed {candidates:,} pairs; judging them …")
    return candidates, accept(connection, records=records, policy=policy)


def _read(
    connection: "duckdb.DuckDBPyConnection", side: str, path: Path, named: Mapping[str, str] | None
) -> dict[str, str]:
    """Read one file into a table named after its side; {what it holds: header}."""
    import duckdb

    if not path.is_file():
        raise Invalid({side: f"There is no file {path}."})
    try:
        connection.execute(
            f"create table raw_{side} as select * from read_csv(?, all_varchar=true, header=true, normalize_names=false)",
            [str(path)],
        )
    except duckdb.Error as wrong:
        raise Invalid({side: f"{path} cannot be read as CSV: {str(wrong).splitlines()[0]}"}) from wrong
    headers = [row[0] for row in connection.execute(f"describe raw_{side}").fetchall()]
    columns = recognise(headers, named, file=path.name)
    select = standard(columns, source=f"raw_{side}", identifier=headers[0])
    connection.execute(f'create table "{side}" as select row_number() over () as row, * from ({select})')
    connection.execute(f"drop table raw_{side}")
    if connection.execute(f'select count(*) - count(distinct id) from "{side}"').fetchall() != [(0,)]:
        raise Invalid(
            {
                side: f"The first column of {path.name} does not tell its rows apart: an identifier is missing or there twice."
            }
        )
    return {"identifier": headers[0], **columns}


def _records(connection: "duckdb.DuckDBPyConnection", sides: tuple[str, ...]) -> Records:
    from homeward.people.matching.tidying import COMPARED

    told: list[frozenset[str]] = []
    for side in sides:
        row = connection.execute(f'select {", ".join(f"count({each})" for each in COMPARED)} from "{side}"').fetchall()[
            0
        ]
        told.append(frozenset(name for name, filled in zip(COMPARED, row, strict=True) if filled))
    columns = frozenset.intersection(*told)
    if not columns:
        raise Invalid({"columns": "The two files have no column in common that tells people apart."})
    return Records(tables=sides, rows=tuple(_count(connection, each) for each in sides), columns=columns)


def _together(connection: "duckdb.DuckDBPyConnection", records: Records) -> Records:
    """Two small files are laid together and weighed as one, so that a second record of one file can lead to the other's."""
    if len(records.tables) == 1 or records.total > SMALL:
        return records
    left, right = records.tables
    connection.execute(f"""
        create table both_files as select *, 1 as side from "{left}"
        union all by name select * replace (row + {records.rows[0]} as row), 2 as side from "{right}"
    """)
    return Records(tables=("both_files",), rows=(records.total,), columns=records.columns, across=True)


def _count(connection: "duckdb.DuckDBPyConnection", table: str) -> int:
    return int(connection.execute(f'select count(*) from "{table}"').fetchall()[0][0])


def _write(connection: "duckdb.DuckDBPyConnection", records: Records, out: Path) -> int:
    left, right = records.tables[0], records.tables[-1]
    chosen = f"""
        select l.id as left_id, r.id as right_id, round(a.weight, 4) as weight,
               round(1 / (1 + pow(2, -greatest(-60, least(60, a.weight)))), 6) as probability
        from accepted a join "{left}" l on l.row = a.row_l join "{right}" r on r.row = a.row_r
        order by left_id, right_id
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    connection.execute(f"copy ({chosen}) to '{str(out).replace(chr(39), chr(39) * 2)}' (header, delimiter ',')")
    return _count(connection, "accepted")

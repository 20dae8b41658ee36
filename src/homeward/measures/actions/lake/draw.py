"""When are a measure's rows written down, so that it is drawn in a moment? In a large lake, after each count that can afford it.

In a small one the sums of every measure's rows are written before the state is in force: it takes less than one reader's waiting did.

What is written are the very rows of the measure's query for this state of the lake. Figure, weeks, parts, list and file read them in
place of the query, all of them or none, so none can disagree with another; a new state begins without, and asks the query. What was
written of the state before stays until then, for a page that shows it with its moment rather than let somebody wait.
"""

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from homeward.directory import api as directory
from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.catalogue import Catalogue, Drawn, publish
from homeward.measures.extracts import TABLES
from homeward.measures.queries.asking import rows_in
from homeward.measures.queries.day_sums import day_sums
from homeward.measures.queries.lake import opened

LARGE = 500_000  # rows in the lake; below that a query answers at once, and all are summed before the state is in force
MIDDLE = "median"  # a kind of number that is no sum
MANY = 20_000  # rows of a measure; its sums are a file of their own
RARELY = 10  # a drawing of a minute is made every ten minutes at most, so that it takes a tenth of a processor

log = logging.getLogger(__name__)


def summed(catalogue: Catalogue, folder: Path) -> Catalogue:
    """A small lake's catalogue with the sums of every measure, before it is in force: whoever is first to open a page waits no longer.

    A measure whose query fails is left out, and says so where it is asked for; the others do not wait for it.
    """
    if not _small(catalogue):
        return catalogue
    began, queries = time.monotonic(), dict[str, str]()
    kinds = _kinds()
    (folder / "drawn").mkdir(exist_ok=True)
    with opened(catalogue, folder, threads=1) as lake:
        for extract in TABLES:  # of many small files, so each is opened once and not by every measure
            lake.execute(f"create temp table {extract.name} as select * from memory.main.{extract.name}")
        for code, query in catalogue.measures.items():
            if kinds.get(code) != MIDDLE and _gathered(lake, code, query, f"rows_{len(queries)}"):
                queries[code] = f"select * from rows_{len(queries)}"
        sums = _sums(lake, queries, folder)
    return replace(catalogue, drawn=Drawn(sums=sums, at=catalogue.as_of, seconds=round(time.monotonic() - began, 1)))


def drawn(catalogue: Catalogue, folder: Path) -> Catalogue:
    """The catalogue with every measure's rows written down, put in force; the same one when it is small or it is too soon."""
    former = catalogue.drawn
    if _small(catalogue):
        return catalogue
    if former.at is not None and (catalogue.as_of - former.at).total_seconds() < RARELY * former.seconds:
        return catalogue
    began, paths, sums, few = time.monotonic(), dict[str, str](), dict[str, str](), dict[str, str]()
    (folder / "drawn").mkdir(exist_ok=True)
    kinds = _kinds()
    with opened(catalogue, folder) as lake:
        for code, query in catalogue.measures.items():
            path = f"drawn/{code}-{time.time_ns():x}.parquet"
            many = _written(lake, f"select * from ({query}) order by started_at", folder / path)
            paths[code], rows = path, {code: rows_in(folder / path)}
            if kinds.get(code) == MIDDLE:
                continue
            if many >= MANY:
                sums |= _sums(lake, rows, folder)
            else:
                few |= rows
        sums |= _sums(lake, few, folder)
    seconds = round(time.monotonic() - began, 1)
    made = replace(catalogue, drawn=Drawn(paths=paths, sums=sums, at=catalogue.as_of, seconds=seconds))
    publish(made, folder)
    return made


def _small(catalogue: Catalogue) -> bool:
    return sum(part.rows for table in catalogue.files for part in catalogue.parts(table)) < LARGE


def _kinds() -> dict[str, str]:
    return {code: measure.kind for code, measure in directory.place().measures.items()}


def _gathered(lake: Any, code: str, query: str, table: str) -> bool:
    """Put the rows of one measure into a table; whether that could be done."""
    import duckdb

    try:
        lake.execute(f"create temp table {table} as {query}")
    except duckdb.Error:
        log.exception("the rows of %s could not be counted", code)
        return False
    return True


def _sums(lake: Any, queries: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Write the sums of some measures into one file; each measure's file by its code."""
    if not queries:
        return {}
    path = f"drawn/{time.time_ns():x}.sums.parquet"
    _written(lake, day_sums(lake, queries), folder / path)
    return dict.fromkeys(queries, path)


def still_meant(before: Catalogue) -> Drawn:
    """What is written down of an earlier state, without the measures whose query has been changed since: that is no older answer."""
    known = directory.place().measures
    same = {
        code
        for code in before.drawn.paths
        if code in known and known[code].expression is not None
        and sql_of(known[code], before.as_of) == before.measures.get(code)
    }  # fmt: skip
    held = before.drawn
    return replace(
        held,
        former=True,
        paths={code: path for code, path in held.paths.items() if code in same},
        sums={code: path for code, path in held.sums.items() if code in same},
    )


def _written(lake: Any, query: str, path: Path) -> int:
    """Write the rows of a query into a file; how many there are."""
    target = str(path).replace("'", "''")
    done = lake.execute(f"copy ({query}) to '{target}' (format parquet, compression zstd)").fetchone()
    return int(done[0])

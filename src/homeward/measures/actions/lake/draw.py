"""When are a measure's rows written down, so that it is drawn in a moment? In a large lake, after each count that can afford it.

What is written are the very rows of the measure's query for this state of the lake. Figure, weeks, parts, list and file read them in
place of the query, all of them or none, so none can disagree with another; a new state begins without, and asks the query. What was
written of the state before stays until then, for a page that shows it with its moment rather than let somebody wait.
"""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from homeward.directory import api as directory
from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.catalogue import Catalogue, Drawn, publish
from homeward.measures.queries.asking import rows_in
from homeward.measures.queries.day_sums import day_sums
from homeward.measures.queries.lake import opened

LARGE = 500_000  # rows in the lake; below that a query answers at once
MANY = 20_000  # rows of a measure; fewer are counted at once
RARELY = 10  # a drawing of a minute is made every ten minutes at most, so that it takes a tenth of a processor


def drawn(catalogue: Catalogue, folder: Path) -> Catalogue:
    """The catalogue with every measure's rows written down, put in force; the same one when it is small or it is too soon."""
    former = catalogue.drawn
    if sum(part.rows for table in catalogue.files for part in catalogue.parts(table)) < LARGE:
        made = replace(catalogue, drawn=Drawn())
        publish(made, folder)
        return made
    if former.at is not None and (catalogue.as_of - former.at).total_seconds() < RARELY * former.seconds:
        return catalogue
    began, paths, sums = time.monotonic(), {}, {}
    (folder / "drawn").mkdir(exist_ok=True)
    kinds = {code: measure.kind for code, measure in directory.place().measures.items()}
    with opened(catalogue, folder) as lake:
        for code, query in catalogue.measures.items():
            path = f"drawn/{code}-{time.time_ns():x}.parquet"
            many = _written(lake, f"select * from ({query}) order by started_at", folder / path)
            paths[code] = path
            if many >= MANY and kinds.get(code) != "median":  # a middle is no sum
                sums[code] = path.replace(".parquet", ".sums.parquet")
                _written(lake, day_sums(lake, rows_in(folder / path)), folder / sums[code])
    seconds = round(time.monotonic() - began, 1)
    made = replace(catalogue, drawn=Drawn(paths=paths, sums=sums, at=catalogue.as_of, seconds=seconds))
    publish(made, folder)
    return made


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

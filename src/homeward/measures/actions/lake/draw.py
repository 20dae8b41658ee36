"""When are a measure's rows written down, so that it is drawn in a moment? In a large lake, after each count that can afford it.

What is written are the very rows of the measure's query for this state of the lake. Figure, weeks, parts, list and file read them in
place of the query, all of them or none, so none can disagree with another; a new state begins without, and asks the query.
"""

import time
from dataclasses import replace
from pathlib import Path

from homeward.measures.catalogue import Catalogue, Drawn, publish
from homeward.measures.queries.lake import opened

LARGE = 500_000  # rows in the lake; below that a query answers at once
RARELY = 10  # a drawing of a minute is made every ten minutes at most, so that it takes a tenth of a processor


def drawn(catalogue: Catalogue, former: Drawn, folder: Path) -> Catalogue:
    """The catalogue with every measure's rows written down, put in force; the same one when it is small or it is too soon."""
    due = former.at is None or (catalogue.as_of - former.at).total_seconds() >= RARELY * former.seconds
    if not due or sum(part.rows for table in catalogue.files for part in catalogue.parts(table)) < LARGE:
        made = replace(catalogue, drawn=replace(former, paths={}))
        publish(made, folder)
        return made
    began, paths = time.monotonic(), {}
    home = folder / "drawn"
    home.mkdir(exist_ok=True)
    with opened(catalogue, folder) as lake:
        for code, query in catalogue.measures.items():
            path = home / f"{code}-{time.time_ns():x}.parquet"
            target = str(path).replace("'", "''")
            lake.execute(
                f"copy (select * from ({query}) order by started_at) to '{target}' (format parquet, compression zstd)"
            )
            paths[code] = str(path.relative_to(folder))
    made = replace(catalogue, drawn=Drawn(paths=paths, at=catalogue.as_of, seconds=round(time.monotonic() - began, 1)))
    publish(made, folder)
    return made

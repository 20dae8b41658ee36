"""How is the lake asked? By DuckDB, in memory, over the files that the catalogue names; nothing is ever written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from homeward.foundation.errors import Refused
from homeward.measures.catalogue import Catalogue, current, lake
from homeward.measures.extracts import TABLES, Extract

DUCKDB_TYPES = {
    "uuid": "varchar", "string": "varchar", "timestamp": "timestamptz", "float": "double", "integer": "bigint",
    "boolean": "boolean", "date": "date",
}  # fmt: skip
KEPT = 2  # the lake now and the one before, which a slow page may still be reading

_databases: dict[str, Any] = {}
_one_at_a_time = Lock()


class NotCountedYet(Refused):
    """Nothing has been extracted, so there is nothing to count."""


def catalogue_now() -> Catalogue:
    """The lake now. Raises NotCountedYet."""
    found = current()
    if found is None:
        raise NotCountedYet(
            "The numbers have not been counted yet.", next_step="They are counted every few minutes. Come back soon."
        )
    return found


def identity(catalogue: Catalogue, folder: Path | None = None) -> str:
    """What tells one state of the lake from every other: where it is, and which files it names."""
    files = sorted(path for months in catalogue.files.values() for path in months.values())
    return f"{folder or lake()}|{catalogue.as_of.isoformat()}|{catalogue.shape}|{hash(tuple(files))}"


@contextmanager
def opened(catalogue: Catalogue, folder: Path | None = None) -> Iterator[Any]:
    """A DuckDB connection with a view for each table of the lake. Making the views is dear, so they are made once a state."""
    cursor = _database(catalogue, folder).cursor()
    try:
        yield cursor
    finally:
        cursor.close()


def _database(catalogue: Catalogue, folder: Path | None) -> Any:
    key = identity(catalogue, folder)
    with _one_at_a_time:
        if key not in _databases:
            while len(_databases) >= KEPT:
                _databases.pop(next(iter(_databases)))  # its readers keep it open until they are done
            _databases[key] = _made(catalogue, folder)
        return _databases[key]


def _made(catalogue: Catalogue, folder: Path | None) -> Any:
    import duckdb  # 0.13 s and 20 MB: only processes that show numbers pay for it

    database = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "512MB"})
    database.execute("set global TimeZone = 'UTC'")
    for extract in TABLES:
        paths = [str((folder or lake()) / path) for path in catalogue.files.get(extract.name, {}).values()]
        database.execute(_view(extract, paths))
    return database


def rows_of(connection: Any, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """The answer as plain rows. Ask for moments as `epoch_us(…)`: DuckDB would need another library to hand them over."""
    done = connection.execute(query, list(values))
    names = [column[0] for column in done.description]
    return [dict(zip(names, row, strict=True)) for row in done.fetchall()]


def _view(extract: Extract, paths: Sequence[str]) -> str:
    if paths:
        listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        return f"create view {extract.name} as select * from read_parquet([{listed}], hive_partitioning = false)"
    nothing = ", ".join(f"null::{DUCKDB_TYPES[kind]} as {name}" for name, kind in extract.columns.items())
    return f"create view {extract.name} as select {nothing} where false"

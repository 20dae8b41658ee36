"""How is the lake asked? By DuckDB, in memory, over the files that the catalogue names; nothing is ever written."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from homeward.foundation.errors import Refused
from homeward.measures.catalogue import STATES, Catalogue, Part, lake, read_from, state_path
from homeward.measures.extracts import TABLES, Extract
from homeward.measures.queries.kept import Kept

DUCKDB_TYPES = {
    "uuid": "varchar", "string": "varchar", "timestamp": "timestamptz", "float": "double", "integer": "bigint",
    "boolean": "boolean", "date": "date",
}  # fmt: skip
MEMORY = "1GB"  # what does not fit is put aside on disk, each database in a folder of its own
SPILL = "spill"
KEPT = 4  # the lake now and the one before, which a slow page may still be reading; each for readers, and for counting beside them
AT_HAND, BESIDE = 2, 1  # processors: with one the thread that asks does all the work, and nobody else's question queues behind it

WORTH_TWO = 100_000  # rows in the lake; with fewer two processors take longer to share the work than one to do it

_databases: Kept[Any] = Kept(KEPT)  # whoever makes one keeps only those waiting who ask the same; readers keep theirs open until they are done
_read: dict[Path, tuple[object, Catalogue]] = {}  # each state as it was last read, and what its file looked like then
_identities: dict[int, tuple[Catalogue, Path | None, str]] = {}


class NotCountedYet(Refused):
    """Nothing has been extracted, so there is nothing to count."""


def catalogue_now() -> Catalogue:
    """The lake now. Raises NotCountedYet."""
    found = lake_or_none()
    if found is None:
        raise NotCountedYet(
            "The numbers have not been counted yet.", next_step="They are counted every few minutes. Come back soon."
        )
    return found


def lake_or_none() -> Catalogue | None:
    """The lake now, read again only when its file was replaced; None before the first count."""
    return _state(lake() / "catalogue.json")


def lake_written() -> Catalogue:
    """The newest state whose numbers are written down: as it was some minutes ago while what came since is counted. Raises NotCountedYet.

    For what asks for many numbers at once and says of which moment it is: reading all rows of all of them takes minutes.
    """
    now = catalogue_now()
    return lake_of(now.drawn.at) if now.drawn.former else now


def lake_of(moment: datetime | None, code: str = "") -> Catalogue:
    """The lake as a page showed it at `moment`; as it is now when none is given, or that state is no longer kept.

    With `code`, only while what the number means has not been changed since. Raises NotCountedYet.
    """
    now = catalogue_now()
    if moment is None or moment == now.as_of:
        return now
    then = _state(state_path(moment))
    return then if then is not None and then.shape == now.shape and _means(then, code) == _means(now, code) else now


def _means(state: Catalogue, code: str) -> str:
    """The number's query, but for its moment."""
    return state.measures.get(code, "").replace(state.as_of.isoformat(), "")


def _state(path: Path) -> Catalogue | None:
    try:
        stands = path.stat()
    except FileNotFoundError:
        return None
    stamp = (stands.st_ino, stands.st_mtime_ns, stands.st_size)
    held = _read.get(path)
    if held is not None and held[0] == stamp:
        return held[1]
    found = read_from(path)
    if found is not None:
        for spare in [each for each in list(_read) if each.parent.name == STATES][: max(0, len(_read) - KEPT)]:
            _read.pop(spare, None)
        _read[path] = (stamp, found)
    return found


def identity(catalogue: Catalogue, folder: Path | None = None) -> str:
    """What tells one state of the lake from every other: where it is, and which files it names."""
    known = _identities.get(id(catalogue))
    if known is not None and known[0] is catalogue and known[1] == folder:
        return known[2]
    said = _identity(catalogue, folder)
    if len(_identities) > KEPT:
        _identities.clear()
    _identities[id(catalogue)] = (catalogue, folder, said)
    return said


def _identity(catalogue: Catalogue, folder: Path | None) -> str:
    files = sorted(f"{part.path}|{part.dead}" for table in catalogue.files for part in catalogue.parts(table))
    return f"{folder or lake()}|{catalogue.as_of.isoformat()}|{catalogue.shape}|{hash(tuple(files))}"


@contextmanager
def opened(catalogue: Catalogue, folder: Path | None = None, *, threads: int = AT_HAND) -> Iterator[Any]:
    """A DuckDB connection with a view for each table of the lake. Making the views is dear, so they are made once a state."""
    cursor = _database(catalogue, folder, threads).cursor()
    try:
        yield cursor
    finally:
        cursor.close()


def _database(catalogue: Catalogue, folder: Path | None, threads: int) -> Any:
    rows = sum(part.rows for table in catalogue.files for part in catalogue.parts(table))
    threads = min(threads, 1 + rows // WORTH_TWO)
    return _databases.get(f"{identity(catalogue, folder)}|{threads}", lambda: _made(catalogue, folder, threads))


def _made(catalogue: Catalogue, folder: Path | None, threads: int) -> Any:
    import duckdb  # 0.13 s and 20 MB: only processes that show numbers pay for it

    aside = (folder or lake()) / SPILL
    aside.mkdir(parents=True, exist_ok=True)
    room: dict[str, str | bool | int | float | list[str]] = {
        "threads": threads, "memory_limit": MEMORY, "preserve_insertion_order": False,
        "temp_directory": str(aside / f"{os.getpid()}-{time.time_ns():x}"),
    }  # fmt: skip
    database = duckdb.connect(":memory:", config=room)
    database.execute("set global TimeZone = 'UTC'")
    try:
        for extract in TABLES:
            database.execute(view_of(extract, list(catalogue.parts(extract.name)), folder or lake()))
    except duckdb.BinderException as older:  # files of a Homeward that knew other columns; the next count writes them anew
        raise NotCountedYet(
            "The numbers are being counted anew, because Homeward was changed.", next_step="Come back in a few minutes."
        ) from older
    return database


def rows_of(connection: Any, query: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """The answer as plain rows. Ask for moments as `epoch_us(…)`: DuckDB would need another library to hand them over."""
    done = connection.execute(query, list(values))
    names = [column[0] for column in done.description]
    return [dict(zip(names, row, strict=True)) for row in done.fetchall()]


def view_of(extract: Extract, parts: Sequence[Part], folder: Path) -> str:
    """The statement that makes the table's view: every file's rows but those struck out."""
    columns = ", ".join(extract.columns)
    whole = [folder / part.path for part in parts if not part.dead]
    asked = [f"select {columns} from {_files(whole)}"] if whole else []
    asked += [
        f"select {columns} from read_parquet({_quoted(folder / part.path)}, hive_partitioning = false, file_row_number = true)"
        f" anti join (select row as file_row_number from {_files([folder / part.dead])}) using (file_row_number)"
        for part in parts
        if part.dead
    ]
    if not asked:
        nothing = ", ".join(f"null::{DUCKDB_TYPES[kind]} as {name}" for name, kind in extract.columns.items())
        asked = [f"select {nothing} where false"]
    return f"create view {extract.name} as {' union all '.join(asked)}"


def _files(paths: Sequence[Path]) -> str:
    return f"read_parquet([{', '.join(_quoted(path) for path in paths)}], hive_partitioning = false)"


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"

"""What is one file of the lake, and how are rows found in it by id? Rows as Parquet, and beside it their ids in order.

A file is never changed. A row that no longer holds is struck out: its number is listed in a small file beside, which the
reader leaves out. So what an increment costs follows from what changed, not from how much history there is.
"""

import mmap
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from homeward.measures.actions.lake.columns import ARROW, Bytes, Rows, schema_of
from homeward.measures.actions.lake.sieve import may_hold, sieve_of, size_of_sieve
from homeward.measures.catalogue import Part
from homeward.measures.extracts import Extract

FEW = 16  # words that cost nothing, said or not
PAGE = 512  # ids whose first 8 bytes fill what a disk gives at least
FETCHED = 128 * 1024  # bytes that a disk is asked for at once; a kernel leaves out what goes beyond its own bound


class Writing:
    """One file on its way. Rows are added in any portions; `finish` makes it and its ids whole."""

    def __init__(self, folder: Path, extract: Extract, label: str) -> None:
        home = folder / extract.name / f"month={label}"
        home.mkdir(parents=True, exist_ok=True)
        self._folder, self._extract = folder, extract
        self._path = home / f"part-{time.time_ns():x}.parquet"
        self._raw = self._path.with_suffix(".raw")
        self._ids = self._raw.open("wb")
        # Words are written by their number; ids hardly ever come twice in a group, and the least and greatest of them tell nobody anything.
        self._words = [name for name, kind in extract.columns.items() if kind == "string"]
        ranged = [name for name, kind in extract.columns.items() if kind != "uuid"]
        self._out = pq.ParquetWriter(
            self._path, _schema(tuple(extract.columns.items())), store_schema=False,
            compression="zstd", compression_level=1, use_dictionary=self._words, write_statistics=ranged,
        )  # fmt: skip
        self.rows = 0

    def add(self, table: pa.Table, by: Bytes) -> None:
        """More rows, with the pseudonyms of their `by` column."""
        if table.num_rows:
            self._out.write_table(_coded(table, self._words))
            self._ids.write(np.ascontiguousarray(by[:, :12]).tobytes())
            self.rows += table.num_rows

    def finish(self) -> Part | None:
        """The file; None when there was nothing to keep."""
        self._out.close()
        self._ids.close()
        if self.rows and self._extract.by in self._extract.columns:
            _write_ids(self._raw, self._path.with_suffix(".ids"))
        self._raw.unlink()
        if not self.rows:
            self._path.unlink()
            return None
        return Part(path=str(self._path.relative_to(self._folder)), rows=self.rows, size=size_of(self._path))


@cache
def _schema(columns: tuple[tuple[str, str], ...]) -> pa.Schema:
    """In which form rows of these columns, by kind, are handed over to be written."""
    empty = pa.schema([(name, ARROW[kind]) for name, kind in columns]).empty_table()
    return _coded(empty, [name for name, kind in columns if kind == "string"]).schema


def _coded(table: pa.Table, words: Sequence[str]) -> pa.Table:
    """Each word once, and no word that no row says: those of other months would be written with these."""
    for name in words:
        at, column = table.schema.get_field_index(name), table.column(name)
        if not pa.types.is_dictionary(column.type):
            table = table.set_column(at, name, column.cast(pa.string()).dictionary_encode())
        elif any(len(chunk.dictionary) > FEW and len(chunk.dictionary) * 4 > len(chunk) for chunk in column.chunks):
            table = table.set_column(at, name, column.cast(pa.string()).dictionary_encode())
    return table


def fetched(folder: Path, parts: Iterable[Part], wanted: Bytes) -> None:
    """Have the disk bring what `found` will search for these pseudonyms, all of it side by side, unless memory holds it already.

    A search in a file that nobody has read for a while waits for one small piece after another: thousands of pieces in a large lake.
    Of a file that so few are looked for in that most pieces are passed over, nothing is brought.
    """
    if not hasattr(os, "posix_fadvise"):  # a hint that not every system takes
        return
    for part in parts:
        with (folder / part.path).with_suffix(".ids").open("rb") as file:
            sifted = _sifted(os.fstat(file.fileno()).st_size, part.rows)
            begin, end = (16 * part.rows, _whole(part.rows)) if sifted else (0, 8 * part.rows)
            if len(wanted) * FETCHED < end - begin:
                continue
            for start in range(begin, end, FETCHED):
                os.posix_fadvise(file.fileno(), start, min(FETCHED, end - start), os.POSIX_FADV_WILLNEED)


def found(folder: Path, part: Part, wanted: Bytes) -> Rows:
    """The numbers of the rows, dead or alive, whose `by` is among these pseudonyms (sorted by `in_order`)."""
    keys, checks = _halves(wanted[:, :12])
    if part.rows:
        with (folder / part.path).with_suffix(".ids").open("rb") as file:
            held = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        sifted = _sifted(len(held), part.rows)
        if sifted:
            maybe = _sieve_in(held, part.rows, keys, checks)
            keys, checks = keys[maybe], checks[maybe]
    if not part.rows or not len(keys):
        return np.zeros(0, dtype=np.int64)
    sort, near = np.frombuffer(held, dtype=np.uint64, count=part.rows), None
    if sifted and len(keys) * PAGE < part.rows:
        near = _near(held, part.rows, keys)
        sort = sort[near]
    elif part.rows < len(keys) and not np.any(keys[np.minimum(np.searchsorted(keys, sort), len(keys) - 1)] == sort):
        return np.zeros(0, dtype=np.int64)  # the few were looked for among the many
    first = np.searchsorted(sort, keys, side="left")
    there = sort[np.minimum(first, len(sort) - 1)] == keys  # hardly any, so the rest is asked of few
    keys, checks, first = keys[there], checks[there], first[there]
    at, many = _stretches(first, np.searchsorted(sort, keys, side="right"))
    at = at if near is None else near[at]
    sure = np.frombuffer(held, dtype=np.uint32, count=part.rows, offset=8 * part.rows)
    rows = np.frombuffer(held, dtype=np.uint32, count=part.rows, offset=12 * part.rows)
    at = at[sure[at] == np.repeat(checks, many)]
    return np.sort(rows[at].astype(np.int64))


def _sifted(size: int, rows: int) -> bool:
    """Has a list of so many bytes a sieve? A short one has none, nor one that an earlier Homeward wrote."""
    return bool(size_of_sieve(rows)) and size == _whole(rows)


def _whole(rows: int) -> int:
    """How many bytes a list with its sieve has."""
    return 16 * rows + 8 * -(-rows // PAGE) + size_of_sieve(rows)


def _sieve_in(held: mmap.mmap, rows: int, keys: NDArray[np.uint64], checks: NDArray[np.uint32]) -> NDArray[np.bool_]:
    if hasattr(held, "madvise"):
        held.madvise(mmap.MADV_RANDOM)  # one page here and there: what lies around it is wanted by nobody
    size = size_of_sieve(rows)
    return may_hold(np.frombuffer(held, dtype=np.uint64, count=size // 8, offset=_whole(rows) - size), keys, checks)


def _near(held: mmap.mmap, rows: int, keys: NDArray[np.uint64]) -> Rows:
    """Where in the list these few can lie: the pages that the first key of each page tells, asked of the disk together."""
    begins = np.frombuffer(held, dtype=np.uint64, count=-(-rows // PAGE), offset=16 * rows)
    low = np.maximum(np.searchsorted(begins, keys, side="left"), 1) - 1
    pages = np.unique(_stretches(low, np.maximum(np.searchsorted(begins, keys, side="right"), low + 1))[0])
    if hasattr(held, "madvise"):
        for page in pages.tolist():
            start = 8 * PAGE * page
            held.madvise(mmap.MADV_WILLNEED, start - start % mmap.PAGESIZE, 8 * PAGE)
    near: Rows = (pages[:, None] * PAGE + np.arange(PAGE)).reshape(-1)
    return near[near < rows]


def _stretches(first: Rows, end: Rows) -> tuple[Rows, Rows]:
    """All numbers from each first to before its end, and how many of each."""
    many = end - first
    return np.repeat(first - np.concatenate(([0], np.cumsum(many)))[:-1], many) + np.arange(many.sum()), many


def no_ids(rows: int) -> Bytes:
    """What stands in the place of ids in a table that has none."""
    return np.zeros((rows, 16), dtype=np.uint8)


def in_order(pseudonyms: bytes) -> Bytes:
    """Pseudonyms of 16 bytes each, without doubles, in the order in which files are searched."""
    table = np.unique(np.frombuffer(pseudonyms, dtype=np.uint8).reshape(-1, 16), axis=0)
    return table[np.argsort(_halves(table[:, :12])[0], kind="stable")]


def dead_rows(folder: Path, part: Part) -> Rows:
    """The rows of a file that are struck out."""
    if not part.dead:
        return np.zeros(0, dtype=np.int64)
    numbers: Rows = pq.read_table(folder / part.dead).column("row").to_numpy()
    return numbers


def struck(folder: Path, part: Part, rows: Rows) -> Part:
    """The file with these rows struck out as well; the same part when they all are already."""
    before = dead_rows(folder, part)
    now = np.union1d(before, rows)
    if len(now) == len(before):
        return part
    path = (folder / part.path).with_suffix(f".{time.time_ns():x}.dead")
    pq.write_table(pa.table({"row": pa.array(now, type=pa.int64())}), path, compression="zstd")
    return replace(part, dead=str(path.relative_to(folder)), gone=len(now), dead_size=size_of(path))


def live(folder: Path, part: Part, extract: Extract, batch: int = 500_000) -> Iterator[pa.Table]:
    """The rows that hold, portion by portion."""
    dead, start = dead_rows(folder, part), 0
    for portion in pq.ParquetFile(folder / part.path).iter_batches(batch_size=batch):
        keep = np.ones(portion.num_rows, dtype=bool)
        keep[dead[(dead >= start) & (dead < start + portion.num_rows)] - start] = False
        start += portion.num_rows
        yield pa.Table.from_batches([portion], schema=schema_of(extract)).filter(pa.array(keep))


def size_of(path: Path) -> int:
    """How many bytes a finished file has."""
    return path.stat().st_size


def all_there(parts: Iterable[Part], folder: Path) -> bool:
    """Is every file as long as it was written? Not after the machine went down before it had written them out.

    The lake can always be written from the database again, so nothing waits for the disk; this looks instead.
    """
    try:
        return all(
            size_of(folder / part.path) == part.size
            and (not part.dead or size_of(folder / part.dead) == part.dead_size)
            for part in parts
        )
    except FileNotFoundError:
        return False


def _halves(twelve: Bytes) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    entries = np.ascontiguousarray(twelve).view(np.dtype([("sort", "<u8"), ("sure", "<u4")])).reshape(-1)
    return np.ascontiguousarray(entries["sort"]), np.ascontiguousarray(entries["sure"])


def _write_ids(raw: Path, path: Path) -> None:
    """For each row 8 bytes to sort by, 4 more to be sure, 4 for its number: three columns, one after another.

    After a long list come the first key of each page and its sieve, so that most files are not searched at all.
    """
    keys, checks = _halves(np.fromfile(raw, dtype=np.uint8).reshape(-1, 12))
    order = np.argsort(keys)  # which of two alike comes first is all one
    keys, checks = keys[order], checks[order]
    with path.open("wb") as out:
        for column in (keys, checks, order.astype(np.uint32)):
            out.write(column.tobytes())
        if size_of_sieve(len(keys)):
            out.write(keys[::PAGE].tobytes())
            out.write(sieve_of(keys, checks).tobytes())

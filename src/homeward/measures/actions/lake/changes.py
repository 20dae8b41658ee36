"""Which files hold a table after this refresh? All of them new, or the former ones with some rows struck out and some added."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

import pyarrow as pa

from homeward.measures.actions.lake.columns import Bytes, Rows, by_month, tidied
from homeward.measures.actions.lake.parts import Writing, fetched, found, in_order, struck
from homeward.measures.actions.lake.reading import Reader
from homeward.measures.catalogue import Part
from homeward.measures.extracts import Extract
from homeward.measures.queries.pseudonyms import scrambled
from homeward.measures.queries.spoken_of import those_named

HANDS = 2  # that write months down while readers read
HELD = 128 * 1024 * 1024  # bytes of rows kept in hand before they are written, so that a month's rows lie together

Months = dict[str, list[Part]]
Done = Callable[[str], None]  # told which stretch of the work is over
Each = Callable[..., Iterable[Any]]  # as `map` does, one after another or side by side


def nobody(_: str) -> None:
    """Whoever is told when nobody wants to know."""


def whole(readers: Sequence[Reader], extracts: Sequence[Extract], folder: Path) -> dict[str, Months]:
    """Every row of every table, in new files. Each reader takes the next table as soon as it is done with one.

    While one table's rows are being read by the database, another's are being written here, the months of one side by side.
    """
    if len(readers) == 1:
        return {extract.name: _written(readers[0], extract, "", folder) for extract in extracts}
    with ThreadPoolExecutor(max_workers=HANDS) as hands:
        return _shared_out(readers, extracts, folder, hands.map)


def _shared_out(readers: Sequence[Reader], extracts: Sequence[Extract], folder: Path, each: Each) -> dict[str, Months]:
    waiting = deque(extracts)
    made: dict[str, Months] = {}

    def work(read: Reader) -> None:
        while waiting:
            try:
                extract = waiting.popleft()
            except IndexError:  # another reader was quicker
                return
            made[extract.name] = _written(read, extract, "", folder, each)

    with ThreadPoolExecutor(max_workers=len(readers)) as workers:
        for done in [workers.submit(work, read) for read in readers]:
            done.result()
    return made


def changed(
    read: Reader, extract: Extract, named: Bytes, others: Collection[UUID], former: Mapping[str, list[Part]], folder: Path,
    done: Done = nobody,
) -> Months:  # fmt: skip
    """The table with all rows of some ids read anew: wherever they were they are struck out, wherever they are now they lie.

    The ids are those that the reader knows by name, whose pseudonyms are `named`, and these `others`.
    """
    months = {label: list(parts) for label, parts in former.items()}
    if not len(named) and not others:
        return months
    done("further ids asked for")
    wanted = in_order(named.tobytes() + hidden_ids(others)) if others else named
    fetched(folder, [part for parts in months.values() for part in parts], wanted)
    for parts in months.values():
        parts[:] = [_without(part, found(folder, part, wanted), folder) for part in parts]
    done("former rows looked for and struck out")
    for label, parts in _written(read, extract, those_named(extract.by, others), folder).items():
        months.setdefault(label, []).extend(parts)
    done("rows read and written")
    kept = {label: [part for part in parts if part.gone < part.rows] for label, parts in months.items()}
    return {label: parts for label, parts in kept.items() if parts}


def hidden_ids(ids: Collection[UUID]) -> bytes:
    """Their pseudonyms, 16 bytes each."""
    return scrambled(b"".join(id.bytes for id in ids)) if ids else b""


def _without(part: Part, rows: Rows, folder: Path) -> Part:
    return struck(folder, part, rows) if len(rows) else part


def _written(read: Reader, extract: Extract, condition: str, folder: Path, each: Each = map) -> Months:
    """Rows that meet a condition, in one new file for each month. `each`: who does the same for many months."""
    writing: dict[str, Writing] = {}
    held: list[pa.Table] = []

    def add(month: tuple[str, Callable[[], tuple[pa.Table, Bytes]]]) -> None:
        label, rows = month
        if label not in writing:
            writing[label] = Writing(folder, extract, label)
        writing[label].add(*rows())

    def put_down() -> None:
        for _ in each(add, by_month(held, extract)):
            pass
        held.clear()

    for batch in read(extract, condition):
        held.append(tidied(batch, extract))
        if sum(table.nbytes for table in held) > HELD:
            put_down()
    if held:
        put_down()
    made = zip(writing, each(Writing.finish, writing.values()), strict=True)
    return {label: [part] for label, part in made if part}

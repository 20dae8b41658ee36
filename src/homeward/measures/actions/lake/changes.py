"""Which files hold a table after this refresh? All of them new, or the former ones with some rows struck out and some added."""

from collections.abc import Collection, Mapping
from pathlib import Path
from uuid import UUID

import pyarrow as pa

from homeward.measures.actions.lake.columns import Bytes, by_month, tidied
from homeward.measures.actions.lake.parts import Rows, Writing, found, in_order, struck
from homeward.measures.actions.lake.reading import Reader
from homeward.measures.catalogue import Part
from homeward.measures.extracts import Extract
from homeward.measures.queries.pseudonyms import scrambled

HELD = 512 * 1024 * 1024  # bytes of rows kept in hand before they are written, so that a month's rows lie together

Months = dict[str, list[Part]]


def whole(read: Reader, extract: Extract, folder: Path) -> Months:
    """Every row of the table, in new files."""
    return _written(read, extract, "", folder)


def changed(
    read: Reader, extract: Extract, ids: Collection[UUID], former: Mapping[str, list[Part]], folder: Path
) -> Months:
    """The table with all rows of these ids read anew: wherever they were they are struck out, wherever they are now they lie."""
    months = {label: list(parts) for label, parts in former.items()}
    if not ids:
        return months
    wanted = in_order(scrambled(b"".join(id.bytes for id in ids)))
    for parts in months.values():
        parts[:] = [_without(part, found(folder, part, wanted), folder) for part in parts]
    listed = ",".join(str(id) for id in ids)
    for label, parts in _written(read, extract, f"{extract.by} = any ('{{{listed}}}'::uuid[])", folder).items():
        months.setdefault(label, []).extend(parts)
    kept = {label: [part for part in parts if part.gone < part.rows] for label, parts in months.items()}
    return {label: parts for label, parts in kept.items() if parts}


def _without(part: Part, rows: Rows, folder: Path) -> Part:
    return struck(folder, part, rows) if len(rows) else part


def _written(read: Reader, extract: Extract, condition: str, folder: Path) -> Months:
    """Rows that meet a condition, in one new file for each month."""
    writing: dict[str, Writing] = {}
    held: dict[str, list[tuple[pa.Table, Bytes]]] = {}
    size = 0

    def put_down() -> None:
        for label, portions in held.items():
            if label not in writing:
                writing[label] = Writing(folder, extract, label)
            writing[label].add_all(portions)
        held.clear()

    for batch in read(extract, condition):
        for label, table, by in by_month(*tidied(batch, extract), extract):
            held.setdefault(label, []).append((table, by))
            size += table.nbytes
        if size > HELD:
            put_down()
            size = 0
    put_down()
    made = {label: each.finish() for label, each in writing.items()}
    return {label: [part] for label, part in made.items() if part}

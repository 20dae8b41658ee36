"""In which form do rows stand in the lake? Typed columns; ids as pseudonyms; the month by the extract's own column."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from homeward.measures.extracts import Extract
from homeward.measures.queries.pseudonyms import scrambled

ARROW = {
    "uuid": pa.string(),
    "string": pa.string(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "date": pa.date32(),
    "float": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
}
_HEX = np.frombuffer("".join(f"{byte:02x}" for byte in range(256)).encode(), dtype=np.uint16)
_DIGIT = np.zeros(256, dtype=np.uint8)
_DIGIT[np.frombuffer(b"0123456789abcdef", dtype=np.uint8)] = np.arange(16, dtype=np.uint8)
Bytes = NDArray[np.uint8]
Rows = NDArray[np.int64]


def schema_of(extract: Extract) -> pa.Schema:
    """The columns of its files."""
    return pa.schema([(name, ARROW[kind]) for name, kind in extract.columns.items()])


def tidied(batch: pa.RecordBatch, extract: Extract) -> tuple[pa.Table, Bytes]:
    """The rows as they will stand in the lake, and the pseudonyms of the `by` column as 16 bytes each.

    Rows without a moment to keep them under are left out. Ids come as 16 bytes each.
    """
    batch = batch.filter(pc.is_valid(batch.column(extract.month_of))) if extract.month_of else batch
    columns, by = [], np.zeros((0, 16), dtype=np.uint8)
    for name, kind in extract.columns.items():
        values = batch.column(name)
        if kind == "uuid":
            values, hidden = pseudonymised(values)
            by = hidden if name == extract.by else by
        columns.append(values.cast(ARROW[kind]))
    return pa.Table.from_arrays(columns, schema=schema_of(extract)), by


def pseudonymised(ids: Any) -> tuple[Any, Bytes]:
    """A column of ids as text pseudonyms, and the same as 16 bytes each. Nothing stays nothing."""
    plain = ids.storage if isinstance(ids, pa.ExtensionArray) else ids
    many = len(plain)
    if many == 0 or pa.types.is_null(plain.type):
        return pa.nulls(many, pa.string()), np.zeros((many, 16), dtype=np.uint8)
    held = plain.buffers()[1].slice(plain.offset * 16, many * 16).to_pybytes()
    hidden = np.frombuffer(scrambled(held), dtype=np.uint8)
    offsets = pa.py_buffer(np.arange(many + 1, dtype=np.int32) * 32)
    texts = pa.StringArray.from_buffers(many, offsets, pa.py_buffer(_HEX[hidden]))
    if plain.null_count:
        texts = pc.if_else(plain.is_valid(), texts, pa.scalar(None, pa.string()))
    return texts, hidden.reshape(many, 16)


def hidden(table: pa.Table, extract: Extract) -> Bytes:
    """The pseudonyms of the `by` column of rows as they stand in the lake, as 16 bytes each."""
    texts = pc.fill_null(table.column(extract.by).combine_chunks(), "0" * 32)
    texts = texts if isinstance(texts, pa.Array) else pa.concat_arrays(texts.chunks)
    many = len(texts)
    held = np.frombuffer(texts.buffers()[2], dtype=np.uint8)[texts.offset * 32 : (texts.offset + many) * 32]
    digits = _DIGIT[held].reshape(many, 16, 2)
    return (digits[:, :, 0] << 4 | digits[:, :, 1]).astype(np.uint8)


def by_month(portions: Sequence[tuple[pa.Table, Bytes]], extract: Extract) -> Iterator[tuple[str, pa.Table, Bytes]]:
    """The rows of all portions month by month (UTC), each with its own pseudonyms; within a month in the extract's order, if it has one.

    One ordering for all, then a slice for each month: a filter for each month of each portion was dearer than all else.
    """
    table = pa.concat_tables([each for each, _ in portions]).combine_chunks()
    if not table.num_rows:
        return
    by = np.concatenate([each for _, each in portions])
    days = table.column(extract.month_of).cast(pa.timestamp("us")).to_numpy()
    months, place = np.unique(days.astype("datetime64[M]"), return_inverse=True)
    order, ends = _ordered(place, _ranks(table, extract), len(months))
    for number, month in enumerate(months):
        mine = order[ends[number] : ends[number + 1]]
        yield str(month), table.take(pa.array(mine)), by[mine]


def _ordered(place: Rows, ranks: Rows | None, many: int) -> tuple[Rows, Rows]:
    """The rows in the order of their months, then of their ranks; and where in it each month begins and ends."""
    key = place if ranks is None else place * (int(ranks.max(initial=0)) + 1) + ranks
    short = int(key.max(initial=0)) < 1 << 16  # then they are counted into place rather than compared
    order = np.argsort(key.astype(np.uint16) if short else key, kind="stable")
    return order, np.concatenate(([0], np.cumsum(np.bincount(place, minlength=many))))


def _ranks(table: pa.Table, extract: Extract) -> Rows | None:
    """For each row the place of its value among all values of the column that rows are ordered by."""
    if not extract.order_by:
        return None
    coded = pc.dictionary_encode(table.column(extract.order_by).combine_chunks(), null_encoding="encode")
    coded = coded if isinstance(coded, pa.Array) else coded.combine_chunks()
    ranks: Rows = np.argsort(np.argsort([value or "" for value in coded.dictionary.to_pylist()], kind="stable"))
    return ranks[coded.indices.to_numpy(zero_copy_only=False)]

"""In which form do rows stand in the lake? Typed columns; ids as pseudonyms; the month by the extract's own column."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
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
# How they stand in hand until they are written: each word once, ids as 16 bytes. A third of the room, and no word is copied.
WORD = pa.dictionary(pa.int32(), pa.string())
IN_HAND = {**ARROW, "uuid": pa.binary(16), "string": WORD}
_HEX = np.frombuffer("".join(f"{byte:02x}" for byte in range(256)).encode(), dtype=np.uint16)
_DIGIT = np.zeros(256, dtype=np.uint8)
_DIGIT[np.frombuffer(b"0123456789abcdef", dtype=np.uint8)] = np.arange(16, dtype=np.uint8)
Bytes = NDArray[np.uint8]
Rows = NDArray[np.int64]


def schema_of(extract: Extract) -> pa.Schema:
    """The columns of its files."""
    return pa.schema([(name, ARROW[kind]) for name, kind in extract.columns.items()])


def tidied(batch: pa.RecordBatch, extract: Extract) -> pa.Table:
    """The rows as they are held until they are written, with pseudonyms in the place of ids.

    Rows without a moment to keep them under are left out. Ids come as 16 bytes each.
    """
    if extract.month_of and batch.column(extract.month_of).null_count:
        batch = batch.filter(pc.is_valid(batch.column(extract.month_of)))
    columns = [_tidied(batch.column(name), kind) for name, kind in extract.columns.items()]
    return pa.Table.from_arrays(columns, schema=_held_schema(extract))


def _tidied(values: Any, kind: str) -> Any:
    if kind == "uuid":
        return _hidden(values)
    if kind == "string":
        return values if pa.types.is_dictionary(values.type) else values.cast(pa.string()).dictionary_encode()
    return values.cast(ARROW[kind])


def held(table: pa.Table, extract: Extract) -> pa.Table:
    """Rows as they stand in the lake, in the form in which they are held."""
    columns = [
        _unspelt(table.column(name)) if kind == "uuid" else table.column(name).cast(IN_HAND[kind])
        for name, kind in extract.columns.items()
    ]
    return pa.Table.from_arrays(columns, schema=_held_schema(extract))


def hidden(table: pa.Table, extract: Extract) -> Bytes:
    """The pseudonyms of the `by` column of rows as they stand in the lake, as 16 bytes each."""
    return _bytes(_unspelt(table.column(extract.by)))


def _held_schema(extract: Extract) -> pa.Schema:
    return pa.schema([(name, IN_HAND[kind]) for name, kind in extract.columns.items()])


def _hidden(ids: Any) -> Any:
    """A column of ids as pseudonyms of 16 bytes. Nothing stays nothing."""
    plain = ids.storage if isinstance(ids, pa.ExtensionArray) else ids
    many = len(plain)
    if many == 0 or pa.types.is_null(plain.type):
        return pa.nulls(many, pa.binary(16))
    turned = scrambled(plain.buffers()[1].slice(plain.offset * 16, many * 16).to_pybytes())
    made = pa.FixedSizeBinaryArray.from_buffers(pa.binary(16), many, [None, pa.py_buffer(turned)])
    return _but_nothing(made, plain)


def _unspelt(texts: Any) -> Any:
    """Pseudonyms as text, as 16 bytes each."""
    one = _in_one(texts)
    digits = _DIGIT[
        np.frombuffer(_in_one(pc.fill_null(one, "0" * 32)).buffers()[2], dtype=np.uint8)[: len(one) * 32]
    ].reshape(-1, 2)
    made = (digits[:, 0] << 4 | digits[:, 1]).astype(np.uint8)
    return _but_nothing(pa.FixedSizeBinaryArray.from_buffers(pa.binary(16), len(one), [None, pa.py_buffer(made)]), one)


def _spelt(ids: Any) -> Any:
    """Pseudonyms of 16 bytes as text."""
    offsets = pa.py_buffer(np.arange(len(ids) + 1, dtype=np.int32) * 32)
    texts = pa.StringArray.from_buffers(len(ids), offsets, pa.py_buffer(_HEX[_bytes(ids).reshape(-1)]))
    return _but_nothing(texts, ids)


def _bytes(ids: Any) -> Bytes:
    raw = np.frombuffer(ids.buffers()[1], dtype=np.uint8) if len(ids) else np.zeros(0, dtype=np.uint8)
    return raw[ids.offset * 16 : (ids.offset + len(ids)) * 16].reshape(-1, 16)


def _but_nothing(made: Any, of: Any) -> Any:
    return pc.if_else(of.is_valid(), made, pa.scalar(None, made.type)) if of.null_count else made


def _in_one(column: Any) -> Any:
    if isinstance(column, pa.Array):
        return column
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks or [pa.array([], column.type)])


def by_month(
    portions: Sequence[pa.Table], extract: Extract
) -> Iterator[tuple[str, Callable[[], tuple[pa.Table, Bytes]]]]:
    """The rows of all held portions month by month (UTC): who asks for those of a month gets them as they are written, with the
    pseudonyms of their `by` column.

    Within a month they lie in the extract's order, if it has one.

    One ordering for all, then a slice for each month: a filter for each month of each portion was dearer than all else.
    """
    table = pa.concat_tables(portions).combine_chunks()
    if not table.num_rows:
        return
    days = table.column(extract.month_of).cast(pa.timestamp("us")).to_numpy()
    months = days.astype("datetime64[M]")
    first = months.min()
    place = (months - first).astype(np.int64)
    order, ends = _ordered(place, _ranks(table, extract), int(place.max()) + 1)
    for number in np.flatnonzero(np.diff(ends)):
        yield str(first + number), partial(_as_written, table, order[ends[number] : ends[number + 1]], extract)


def _as_written(whole: pa.Table, rows: Rows, extract: Extract) -> tuple[pa.Table, Bytes]:
    table = whole.take(pa.array(rows))
    ids = {name: _in_one(table.column(name)) for name, kind in extract.columns.items() if kind == "uuid"}
    made = pa.table({name: _spelt(ids[name]) if name in ids else table.column(name) for name in extract.columns})
    return made, _bytes(ids[extract.by])


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
    coded = _in_one(table.column(extract.order_by))
    words = [*coded.dictionary.to_pylist(), None]
    ranks: Rows = np.argsort(np.argsort([word or "" for word in words], kind="stable"))
    return ranks[pc.fill_null(coded.indices, len(words) - 1).to_numpy(zero_copy_only=False)]

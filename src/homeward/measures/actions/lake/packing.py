"""How do the words of a row come from the database as one? Set side by side there, taken apart here once for each combination that there is.

The driver takes as long over a short word as over a long one, and most words of a row are codes of which there are few.
"""

import secrets

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from homeward.measures.extracts import Extract

FEWEST = 5  # words in a row; fewer come as they are
PACKED = "words"
# Between two words, and in the place of none. No word holds them: control characters, and letters that nobody could have known before.
_MARK = secrets.token_hex(2)
BETWEEN, NONE = f"\x1f{_MARK}", f"\x1e{_MARK}"


def words_of(extract: Extract) -> list[str]:
    """The columns that hold words; none where too few do to be packed."""
    words = [name for name, kind in extract.columns.items() if kind == "string"]
    return words if len(words) >= FEWEST else []


def packed(extract: Extract) -> str:
    """The columns as they are asked for."""
    words = words_of(extract)
    if not words:
        return ", ".join(extract.columns)
    side_by_side = f" || '{BETWEEN}' || ".join(f"coalesce({name}, '{NONE}')" for name in words)
    others = [name for name in extract.columns if name not in words]
    return ", ".join([*others, f"{side_by_side} as {PACKED}"])


def unpacked(batch: pa.RecordBatch, extract: Extract) -> pa.RecordBatch:
    """The rows with each word in its own column. Raises ValueError when a word holds what stands between two."""
    words = words_of(extract)
    if not words:
        return batch
    rows = batch.column(PACKED).dictionary_encode()
    parts = pc.split_pattern(rows.dictionary, BETWEEN).flatten()
    if len(parts) != len(words) * len(rows.dictionary):
        raise ValueError(f"A word of {extract.name} holds what stands between two words.")
    columns = {name: batch.column(name) for name in extract.columns if name not in words}
    for at, name in enumerate(words):
        said = parts.take(pa.array(np.arange(at, len(parts), len(words))))
        each = pc.if_else(pc.equal(said, NONE), pa.scalar(None, pa.string()), said).dictionary_encode()
        columns[name] = pa.DictionaryArray.from_arrays(each.indices.take(rows.indices), each.dictionary)
    return pa.RecordBatch.from_pydict({name: columns[name] for name in extract.columns})

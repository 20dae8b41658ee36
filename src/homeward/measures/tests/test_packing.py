"""Do words that come side by side stand in their columns again, whatever they are?"""

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.measures.actions.lake.packing import BETWEEN, FEWEST, NONE, PACKED, packed, unpacked
from homeward.measures.extracts import EXTRACTS, Extract

NAMES = [f"word{number}" for number in range(FEWEST)]
MADE = Extract(name="made", columns={"row": "integer", **dict.fromkeys(NAMES, "string")}, said="", month_of="")
ROWS = st.lists(st.tuples(*(st.none() | st.sampled_from(["", "a", "\x1f", "é", "\x1e"]) | st.text() for _ in NAMES)))


def side_by_side(rows: list[Any]) -> pa.RecordBatch:
    told = [BETWEEN.join(NONE if word is None else word for word in row) for row in rows]
    return pa.RecordBatch.from_pydict(
        {"row": pa.array(range(len(rows)), pa.int64()), PACKED: pa.array(told, pa.string())}
    )


@given(rows=ROWS)
def test_words_stand_where_they_stood(rows: list[Any]) -> None:
    found = unpacked(side_by_side(rows), MADE)
    assert found.schema.names == ["row", *NAMES]
    assert [tuple(each[name] for name in NAMES) for each in found.to_pylist()] == rows


def test_a_word_that_holds_what_stands_between_words_is_no_other_word_by_mistake() -> None:
    with pytest.raises(ValueError, match="stands between"):
        unpacked(side_by_side([("a", f"b{BETWEEN}c", *[None] * (FEWEST - 2))]), MADE)


def test_every_column_is_asked_for_once() -> None:
    for extract in EXTRACTS:
        asked = packed(extract)
        assert all(name in asked for name in extract.columns), extract.name

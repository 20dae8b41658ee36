"""Are the rows of an id found in a file of the lake, whether many ids are looked for in a small file or few in a large one?"""

import os
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from homeward.measures.actions.lake.columns import schema_of
from homeward.measures.actions.lake.parts import Writing, fetched, found, in_order
from homeward.measures.catalogue import Part
from homeward.measures.extracts import Extract

MADE = Extract(name="made", columns={"id": "uuid", "at": "timestamp"}, said="", month_of="at", by="id")
AT = datetime(2026, 11, 2, tzinfo=UTC)


def written(folder: Path, ids: list[bytes]) -> Part:
    writing = Writing(folder, MADE, "2026-11")
    table = pa.Table.from_pydict({"id": [id.hex() for id in ids], "at": [AT] * len(ids)}, schema=schema_of(MADE))
    writing.add(table, np.frombuffer(b"".join(ids), dtype=np.uint8).reshape(-1, 16))
    part = writing.finish()
    assert part is not None
    return part


def alike(first: int, rest: int) -> bytes:
    """Ids of which some agree in the half that is sorted by."""
    return first.to_bytes(8, "little") + rest.to_bytes(4, "little") + bytes(4)


@pytest.mark.parametrize("rows", [1, 3, 40, 5_000])
@pytest.mark.parametrize("asked", [1, 2, 60, 3_000])
def test_what_is_there_is_found_and_nothing_else(tmp_path: Path, rows: int, asked: int) -> None:
    ids = [alike(row // 3, row % 2) for row in range(rows)]
    part = written(tmp_path, ids)
    wanted = [alike(2 * number, number % 2) for number in range(asked // 2)]
    wanted += [alike(2**63 + number, 0) for number in range(asked - len(wanted))]
    looked_for = in_order(b"".join(wanted))
    fetched(tmp_path, [part], looked_for)
    assert found(tmp_path, part, looked_for).tolist() == [row for row, id in enumerate(ids) if id in set(wanted)]


def test_nothing_is_found_of_ids_that_are_nowhere(tmp_path: Path) -> None:
    part = written(tmp_path, [os.urandom(16) for _ in range(20)])
    assert not len(found(tmp_path, part, in_order(os.urandom(16 * 500))))

"""Under which months does the lake hold rows of these needs now? A row that moves to another month must leave the first."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from homeward.measures.catalogue import Catalogue


def months_held(catalogue: Catalogue, table: str, needs: Iterable[UUID], folder: Path) -> set[date]:
    """The first days of those months."""
    wanted = [str(need) for need in needs]
    found = set()
    for label, path in catalogue.files.get(table, {}).items():
        held = pq.read_table(folder / path, columns=["referral_id"]).column("referral_id")
        if pc.any(pc.is_in(held, value_set=_texts(wanted))).as_py():
            found.add(date.fromisoformat(f"{label}-01"))
    return found


def _texts(values: list[str]) -> pa.Array:

    return pa.array(values, type=pa.string())

"""Under which months does the lake hold rows of these ids now? A row that moves to another month must leave the first."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from homeward.measures.catalogue import Catalogue
from homeward.measures.extracts import Extract


def months_held(catalogue: Catalogue, extract: Extract, ids: Iterable[UUID], folder: Path) -> set[date]:
    """The first days of those months."""
    wanted = [str(id) for id in ids]
    found = set()
    for label, path in catalogue.files.get(extract.name, {}).items():
        held = pq.read_table(folder / path, columns=[extract.by]).column(extract.by)
        if pc.any(pc.is_in(held, value_set=_texts(wanted))).as_py():
            found.add(date.fromisoformat(f"{label}-01"))
    return found


def _texts(values: list[str]) -> pa.Array:

    return pa.array(values, type=pa.string())

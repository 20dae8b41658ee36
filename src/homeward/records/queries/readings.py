"""How did a measured value go, for a picture of its trend?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.records.models import Item
from homeward.records.queries.rows import ItemLine
from homeward.records.rules.measured import measured
from homeward.records.rules.reading import tree_of

MOST = 500


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One number: the code it was asked for by, its name, when, value, unit, and the item and source it stands in."""

    code: str
    display: str
    at: datetime
    value: float
    unit: str
    item_id: UUID
    source: str
    sensitivity: str


def readings(person_id: UUID, codes: Collection[str]) -> list[Reading]:
    """The last values of these codes (of any system), oldest first. Read inside an open gate.

    A measurement in parts (blood pressure) gives each part that is asked for. What was entered in error is left out.
    """
    rows = (
        Item.objects.filter(person_id=person_id, kind="Observation")
        .exclude(status__in=("entered-in-error", "cancelled"))
        .order_by("-placed_at", "id")
    )
    wanted = set(codes)
    found: list[Reading] = []
    for row in rows.only("id", "source", "placed_at", "sensitivity", "body")[:MOST]:
        found.extend(_of(row, wanted, tree_of(row.body)))
    return found[::-1]


def readings_in(rows: Iterable[ItemLine], codes: Collection[str]) -> list[Reading]:
    """The values of these codes in rows that were read with their bodies, oldest first."""
    wanted = set(codes)
    found = [reading for row in rows for reading in _of(row, wanted, tree_of(row.body))]
    return sorted(found, key=lambda reading: reading.at)


def _of(row: Item | ItemLine, wanted: set[str], tree: dict[str, Any]) -> list[Reading]:
    return [
        Reading(
            code=each.code, display=each.display, at=row.placed_at, value=each.value, unit=each.unit,
            item_id=row.id, source=row.source, sensitivity=row.sensitivity,
        )
        for each in measured(tree, wanted)
    ]  # fmt: skip

"""How is a row of a partner's record shown to the packages above?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.records.models import Item, Version
from homeward.records.rules.outline import outline
from homeward.records.rules.reading import tree_of


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemLine:
    """What a page's line says of one resource. `placed_at` orders it: when it happened, else when written down, else when it came.

    `body` is the JSON text as received, empty where a list was asked for without bodies.
    """

    id: UUID
    source: str
    kind: str
    status: str
    code_system: str
    code: str
    more_codes: tuple[str, ...]
    display: str
    received_at: datetime
    placed_at: datetime
    sensitivity: str
    flags: tuple[str, ...]
    body: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemRow(ItemLine):
    """One resource in one version. `current` is false for a former version. `refs` are the ids of the items it points to."""

    person_id: UUID | None
    source_id: str
    version: int
    category: str
    effective_at: datetime | None
    recorded_at: datetime | None
    identifiers: tuple[str, ...]
    refs: tuple[UUID, ...]
    current: bool = True


def row_of(item: Item, *, body: bool = True) -> ItemRow:
    """The current version."""
    return ItemRow(
        id=item.id, person_id=item.person_id, source=item.source, kind=item.kind, source_id=item.source_id,
        version=item.version, status=item.status, code_system=item.code_system, code=item.code,
        more_codes=tuple(item.more_codes or ()), display=item.display, category=item.category,
        effective_at=item.effective_at, recorded_at=item.recorded_at, received_at=item.received_at,
        placed_at=item.placed_at, sensitivity=item.sensitivity, flags=tuple(item.flags or ()),
        identifiers=tuple(item.identifiers or ()), refs=tuple(item.refs or ()), body=item.body if body else "",
    )  # fmt: skip


def former(item: Item, kept: Version) -> ItemRow:
    """A former version, read again from its text."""
    said = outline(tree_of(kept.body))
    return ItemRow(
        id=item.id, person_id=kept.person_id, source=item.source, kind=item.kind, source_id=item.source_id,
        version=kept.version, status=said.status, code_system=said.main.system, code=said.main.code,
        more_codes=said.codes[1:], display=said.display, category=said.category, effective_at=said.effective_at,
        recorded_at=said.recorded_at, received_at=kept.received_at,
        placed_at=said.effective_at or said.recorded_at or kept.received_at, sensitivity=kept.sensitivity,
        flags=tuple(kept.flags or ()), identifiers=said.identifiers, refs=(), body=kept.body, current=False,
    )  # fmt: skip

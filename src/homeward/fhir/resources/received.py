"""How is what a partner sent shown? As it was received, with our id, version and times; what the asker may not see is left out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from uuid import UUID

from homeward.access.api import may_see
from homeward.fhir.door.route import Call
from homeward.fhir.resources.shown import Shown
from homeward.foundation.errors import NotFound
from homeward.records import api as records
from homeward.records.api import ItemRow

PAGE = 1000


class Received:
    """The partners' resources of one kind, about people or about nobody."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def whose(self, id: UUID) -> UUID | None:
        """The person it is about. None when there is no such item, or it is about nobody."""
        try:
            return records.person_of_item(id)
        except NotFound:
            return None

    def get(self, id: UUID, call: Call) -> Shown | None:
        """One resource, while its person's record is open."""
        row = records.item(id)
        return _shown(row) if row and row.kind == self.kind and may_see(call.partner, row.sensitivity) else None

    def of_person(self, person_id: UUID | None, call: Call) -> Sequence[Shown]:
        """All of this kind about a person, or about nobody, however many there are, the latest first."""
        return [*self.each_of(person_id, call)]

    def each_of(self, person_id: UUID | None, call: Call) -> Iterator[Shown]:
        """The same one after another, for what may be more than one wants to hold at once."""
        return every_item(person_id, (self.kind,), call)

    def history(self, id: UUID, call: Call) -> Sequence[Shown]:
        """Every version, the latest first."""
        rows = [row for row in records.history(id) if row.kind == self.kind]
        return [_shown(row) for row in rows if may_see(call.partner, row.sensitivity)]


def every_item(person_id: UUID | None, kinds: Collection[str], call: Call) -> Iterator[Shown]:
    """All that partners sent of these kinds about a person, or about nobody, however much it is."""
    sees, before = _seer(call), None
    while rows := records.items(person_id=person_id, kinds=kinds, limit=PAGE, before=before):
        yield from (_shown(row) for row in rows if sees(row.sensitivity))
        before = (rows[-1].placed_at, rows[-1].id)


def _seer(call: Call) -> Callable[[str], bool]:
    """May the caller see this sensitivity? Asked once for each."""
    known: dict[str, bool] = {"": True}

    def sees(sensitivity: str) -> bool:
        if sensitivity not in known:
            known[sensitivity] = may_see(call.partner, sensitivity)
        return known[sensitivity]

    return sees


def _shown(row: ItemRow) -> Shown:
    return Shown(
        kind=row.kind,
        id=str(row.id),
        version=str(row.version),
        updated=row.received_at,
        effective=row.placed_at,
        person_id=row.person_id,
        source=row.source,
        source_id=row.source_id,
        received=row.body,
    )

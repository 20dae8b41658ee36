"""What does one resource say, now and before?"""

from uuid import UUID

from homeward.records.models import Item, Version
from homeward.records.queries.rows import ItemRow, former, row_of


def item(item_id: UUID) -> ItemRow | None:
    """The resource as it stands, if the open gate shows it."""
    found = Item.objects.filter(id=item_id).first()
    return row_of(found) if found else None


def items_by_id(item_ids: list[UUID]) -> list[ItemRow]:
    """Those of them that the open gate shows, in no order."""
    return [row_of(each) for each in Item.objects.filter(id__in=item_ids)]


def history(item_id: UUID) -> list[ItemRow]:
    """Every version, the latest first; empty when the open gate does not show it."""
    found = Item.objects.filter(id=item_id).first()
    if found is None:
        return []
    before = Version.objects.filter(item_id=item_id).order_by("-version")
    return [row_of(found), *(former(found, kept) for kept in before)]


def version_of(item_id: UUID, version: int) -> ItemRow | None:
    """One version of it."""
    found = Item.objects.filter(id=item_id).first()
    if found is None or found.version == version:
        return row_of(found) if found else None
    kept = Version.objects.filter(item_id=item_id, version=version).first()
    return former(found, kept) if kept else None

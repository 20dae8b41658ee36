"""What do partners tell about this person, newest first?"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.records.models import Item
from homeward.records.queries.rows import ItemRow, row_of

Cursor = tuple[datetime, UUID]


def items(
    *,
    person_id: UUID | None,
    kinds: Collection[str] | None = None,
    since: datetime | None = None,
    received_since: datetime | None = None,
    categories: Collection[str] | None = None,
    codes: Collection[str] | None = None,
    limit: int = 200,
    before: Cursor | None = None,
    bodies: bool = True,
) -> list[ItemRow]:
    """Up to `limit` resources by `placed_at`, newest first, then by id. Read inside an open gate.

    `before` is the (placed_at, id) of the last row of the page before. `codes` are plain codes of any system. Without
    `bodies` the texts stay where they lie, which is much quicker for lists.
    """
    rows = Item.objects.filter(person_id=person_id) if person_id else Item.objects.filter(person_id__isnull=True)
    if kinds is not None:
        rows = rows.filter(kind__in=list(kinds))
    if since is not None:
        rows = rows.filter(placed_at__gte=since)
    if received_since is not None:
        rows = rows.filter(received_at__gte=received_since)
    if categories is not None:
        rows = rows.filter(category__in=list(categories))
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    if before is not None:
        rows = rows.filter(placed_at__lte=before[0])  # by which the index finds where to go on
        rows = rows.filter(Q(placed_at__lt=before[0]) | Q(placed_at=before[0], id__gt=before[1]))
    rows = rows.order_by("-placed_at", "id")
    if not bodies:
        rows = rows.defer("body", "digest")
    return [row_of(each, body=bodies) for each in rows[:limit]]


def told_since(people: Collection[UUID], *, since: datetime) -> set[UUID]:
    """Those among them about whom a partner has sent anything since that moment. Inside the gate of a job."""
    rows = Item.objects.filter(person_id__in=list(people), received_at__gte=since)
    return {id for id in rows.values_list("person_id", flat=True).distinct() if id is not None}


def counts(*, person_id: UUID) -> dict[str, int]:
    """How many resources of each kind are kept about the person. Read inside an open gate."""
    found: dict[str, int] = {}
    for kind in Item.objects.filter(person_id=person_id).values_list("kind", flat=True):
        found[kind] = found.get(kind, 0) + 1
    return found

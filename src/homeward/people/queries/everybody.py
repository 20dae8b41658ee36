"""Who is known here, one after another? For a job of the house that looks at many; whose details are restricted is said beside."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from homeward.people.models import Person


@dataclass(frozen=True, kw_only=True)
class OneOfMany:
    """One person of the list, by id alone."""

    id: UUID
    restricted: bool


def everybody(*, until: datetime, after: UUID | None = None, among: Collection[UUID] = (), most: int) -> list[OneOfMany]:
    """The next ones by id, of those registered by then and not joined to another. Inside the gate of a job."""
    rows = _known(until, among)
    rows = rows.filter(id__gt=after) if after else rows
    return [OneOfMany(id=id, restricted=held) for id, held in rows.order_by("id").values_list("id", "restricted")[:most]]


def how_many(*, until: datetime, among: Collection[UUID] = ()) -> int:
    """How many that are in all. Inside the gate of a job."""
    return _known(until, among).count()


def restricted_among(people: Collection[UUID]) -> set[UUID]:
    """Those of them whose details are restricted now. Inside the gate of a job."""
    return set(Person.objects.filter(id__in=list(people), restricted=True).values_list("id", flat=True))


def _known(until: datetime, among: Collection[UUID]) -> QuerySet[Person]:
    rows = Person.objects.filter(joined_to__isnull=True, registered_at__lte=until)
    return rows.filter(id__in=list(among)) if among else rows

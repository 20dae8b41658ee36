"""Which visits of this person are to come, and which were the last ones? For a page about them, inside an open gate."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from homeward.foundation.asked import Asked
from homeward.visits.models import Encounter
from homeward.visits.queries.visits_of import VisitView, view_of
from homeward.visits.vocabulary import OPEN

MOST = 10
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class VisitsOfPerson:
    """`coming` soonest first; `lately` the newest contacts first."""

    coming: Sequence[VisitView]
    lately: Sequence[VisitView]


def _coming_and_lately(person_id: UUID) -> QuerySet[Encounter]:
    rows = Encounter.objects.filter(person_id=person_id)
    coming = rows.filter(state__in=OPEN).order_by(F("planned_at").asc(nulls_last=True), "added_at", "id")[:MOST]
    return coming.union(rows.filter(state="seen").order_by("-contact_at", "-id")[:MOST], all=True)


_BOTH = Asked(_coming_and_lately)


def visits_of_person(person_id: UUID) -> VisitsOfPerson:
    """At most MOST of each, in one question."""
    found = [view_of(row) for row in _BOTH(person_id)]
    return VisitsOfPerson(
        coming=sorted((view for view in found if view.open), key=lambda view: (view.planned_at or LAST, str(view.id))),
        lately=sorted((view for view in found if not view.open), key=_newest),
    )


def coming_to(people: Collection[UUID], *, until: datetime) -> dict[UUID, list[VisitView]]:
    """The visits planned before `until` that are still to be made to each of these people, soonest first; one question."""
    rows = Encounter.objects.filter(person_id__in=list(people), state__in=OPEN, planned_at__lt=until)
    found: dict[UUID, list[VisitView]] = defaultdict(list)
    for row in rows.order_by("planned_at", "id"):
        found[row.person_id].append(view_of(row))
    return found


def _newest(view: VisitView) -> tuple[float, str]:
    return (-(view.contact_at or LAST).timestamp(), str(view.id))

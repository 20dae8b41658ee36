"""Which visits of this person are to come, and which were the last ones? For a page about them, inside an open gate."""

from collections.abc import Sequence
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


def _newest(view: VisitView) -> tuple[float, str]:
    return (-(view.contact_at or LAST).timestamp(), str(view.id))

"""Which visits of this person are to come, and which were the last ones? For a page about them, inside an open gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import F

from homeward.visits.models import Encounter
from homeward.visits.queries.visits_of import VisitView, view_of
from homeward.visits.vocabulary import OPEN

LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class VisitsOfPerson:
    """`coming` soonest first; `lately` the newest contacts first."""

    coming: Sequence[VisitView]
    lately: Sequence[VisitView]


def visits_of_person(person_id: UUID, *, limit: int = 10) -> VisitsOfPerson:
    """At most `limit` of each, in one question."""
    rows = Encounter.objects.filter(person_id=person_id)
    coming = rows.filter(state__in=OPEN).order_by(F("planned_at").asc(nulls_last=True), "added_at", "id")[:limit]
    lately = rows.filter(state="seen").order_by("-contact_at", "-id")[:limit]
    found = [view_of(row) for row in coming.union(lately, all=True)]
    return VisitsOfPerson(
        coming=sorted((view for view in found if view.open), key=lambda view: (view.planned_at or LAST, str(view.id))),
        lately=sorted((view for view in found if not view.open), key=_newest),
    )


def _newest(view: VisitView) -> tuple[float, str]:
    return (-(view.contact_at or LAST).timestamp(), str(view.id))

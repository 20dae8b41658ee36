"""For which stays and alerts must something happen by now? Ids only, what has waited longest first; inside a job's gate."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from homeward.directory import api as directory
from homeward.monitoring.models import Alert, Gap, Stay
from homeward.monitoring.vocabulary import Kind

MOST = 500


def climbs_due(at: datetime, *, limit: int = MOST) -> list[UUID]:
    """Alerts whose next rung is due."""
    rows = Alert.objects.filter(next_rung_at__lte=at).order_by("next_rung_at", "id")
    return list(rows.values_list("id", flat=True)[:limit])


def misses_due(kind: Kind, at: datetime, *, limit: int = MOST) -> list[UUID]:
    """Stays whose whole set is late, or whose senior review is; without those already alerted or not being monitored."""
    column = "next_due_at" if kind == "late" else "review_due_at"
    standing = Alert.objects.filter(stay=OuterRef("pk"), kind=kind, closed_at=None)
    rows = Stay.objects.filter(~Exists(standing), state="on").order_by(F(column).asc(), "id")
    if kind == "late":
        rows = rows.filter(~Exists(Gap.objects.filter(stay=OuterRef("pk"), ended_at=None, until_at__gt=at)))
    graces = {
        mark: policy.late.grace if kind == "late" else policy.review.grace
        for mark in rows.values_list("fingerprint", flat=True).order_by().distinct()
        for policy in [directory.version("MonitoringPolicy", mark)]
    }
    late = Q(pk__in=[])
    for mark, grace in graces.items():
        late |= Q(fingerprint=mark, **{f"{column}__lte": at - grace})
    return list(rows.filter(late).values_list("id", flat=True)[:limit])

"""How much need has found no capacity, at which service and team, and since when?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from homeward.capacity.models import Unmet


@dataclass(frozen=True, kw_only=True)
class UnmetCount:
    """Needs turned away for want of capacity by one team of one service: those still waiting, and all in the period.

    `oldest`: since when the one that waits longest has waited.
    """

    service_code: str
    team_code: str
    waiting: int
    in_period: int
    oldest: datetime | None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One need that found no room and still waits."""

    service_code: str
    team_code: str
    need_code: str
    subject_id: UUID
    subject_kind: str
    since: datetime


def unmet(*, since: datetime, until: datetime) -> list[UnmetCount]:
    """By service and team, most still waiting first; those still waiting are counted whenever they began."""
    within = Q(at__gte=since, at__lt=until)
    rows = (
        Unmet.objects.filter(within | Q(settled_at=None))
        .values("service_code", "team_code")
        .annotate(
            waiting=Count("id", filter=Q(settled_at=None)),
            in_period=Count("id", filter=within),
            oldest=Min("at", filter=Q(settled_at=None)),
        )
        .order_by("-waiting", "service_code", "team_code")
    )
    return [UnmetCount(**row) for row in rows]


def waiting_for_room(*, most: int) -> list[Waiting]:
    """The needs that still wait for room, the longest wait first."""
    return [
        Waiting(
            service_code=row.service_code, team_code=row.team_code, need_code=row.need_code, subject_id=row.subject_id,
            subject_kind=row.subject_kind, since=row.at,
        )
        for row in Unmet.objects.filter(settled_at=None).order_by("at", "id")[:most]
    ]  # fmt: skip


def unmet_since(subject_id: UUID) -> datetime | None:
    """Since when this need or stay has waited for room; None when it does not."""
    found: datetime | None = Unmet.objects.filter(subject_id=subject_id, settled_at=None).aggregate(first=Min("at"))["first"]
    return found

"""How much need has found no capacity, at which service and team?"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from homeward.capacity.models import Unmet


@dataclass(frozen=True, kw_only=True)
class UnmetCount:
    """Needs turned away for want of capacity by one team of one service: those still waiting, and all in the period."""

    service_code: str
    team_code: str
    waiting: int
    in_period: int


def unmet(*, since: datetime, until: datetime) -> list[UnmetCount]:
    """By service and team, most still waiting first; those still waiting are counted whenever they began."""
    within = Q(at__gte=since, at__lt=until)
    rows = (
        Unmet.objects.filter(within | Q(settled_at=None))
        .values("service_code", "team_code")
        .annotate(waiting=Count("id", filter=Q(settled_at=None)), in_period=Count("id", filter=within))
        .order_by("-waiting", "service_code", "team_code")
    )
    return [UnmetCount(**row) for row in rows]

"""Who holds the alerts of these teams by name now?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.monitoring.models import Duty


@dataclass(frozen=True, kw_only=True)
class OnDuty:
    """One colleague on duty."""

    team_code: str
    team_name: str
    user_id: UUID
    name: str
    until: datetime


def on_duty(teams: Sequence[str], *, at: datetime) -> list[OnDuty]:
    """By team, whoever took it first. Nothing here is about a patient."""
    rows = Duty.objects.filter(team_code__in=list(teams), ended_at=None, from_at__lte=at, until_at__gt=at)
    return [
        OnDuty(
            team_code=row.team_code, team_name=directory.team(row.team_code).name, user_id=row.user_id, name=row.name,
            until=row.until_at,
        )
        for row in rows.order_by("team_code", "from_at")
    ]  # fmt: skip

"""Who was told of an alert by name at one rung? Inside the open gate of its person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.monitoring.models import Telling


@dataclass(frozen=True, kw_only=True)
class NamedTelling:
    """One colleague told by name."""

    id: int
    rung: int
    team_code: str
    user_id: UUID
    name: str
    words: str


def tellings_of(alert_id: UUID, *, rung: int, at: datetime) -> list[NamedTelling]:
    """Those told at this moment, in the order in which they were."""
    rows = Telling.objects.filter(alert=alert_id, rung=rung, at=at, user_id__isnull=False).order_by("id")
    return [
        NamedTelling(
            id=row.id, rung=row.rung, team_code=row.team_code, user_id=row.user_id, name=row.name, words=row.words
        )
        for row in rows
        if row.user_id is not None
    ]  # fmt: skip

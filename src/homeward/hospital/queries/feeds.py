"""Which tellings of ward systems were refused, and why? For the team that must mend them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.hospital.models import FeedRow


@dataclass(frozen=True, kw_only=True)
class RefusedRow:
    """One refused telling, as it was told."""

    way: str
    source: str
    line: int
    told: Mapping[str, Any]
    reason: str
    received_at: datetime


def refused_rows(*, by: Actor, at: datetime, limit: int = 100) -> Sequence[RefusedRow]:
    """The latest that are the actor's teams' to mend, or nobody's yet."""
    with gate.job("ward-feed", by=by, at=at, why="refused rows of ward feeds"):
        rows = list(
            FeedRow.objects.filter(Q(team_code__in=by.teams) | Q(team_code=""), outcome="refused").order_by(
                "-received_at", "line"
            )[:limit]
        )
    return [
        RefusedRow(
            way=row.way, source=row.source, line=row.line, told=row.told, reason=row.reason, received_at=row.received_at
        )
        for row in rows
    ]

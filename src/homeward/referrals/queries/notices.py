"""What must these teams be told, and who has seen it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.referrals.models import Notice


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """One notice as a list shows it."""

    id: UUID
    referral_id: UUID
    person_id: UUID
    team_code: str
    kind: str
    words: str
    at: datetime


def notices(*, by: Actor, at: datetime, limit: int = 100) -> Sequence[NoticeRow]:
    """What nobody in the actor's teams has seen yet, newest first."""
    with gate.worklist(by=by, at=at, what="notices"):
        rows = Notice.objects.filter(team_code__in=by.teams, seen_at=None).order_by("-at", "id")[:limit]
        return [_row(each) for each in rows]


def notices_of(referral_id: UUID) -> Sequence[NoticeRow]:
    """All notices about one referral, inside an open gate."""
    return [_row(each) for each in Notice.objects.filter(referral_id=referral_id).order_by("-at", "id")]


def _row(each: Notice) -> NoticeRow:
    return NoticeRow(
        id=each.id,
        referral_id=each.referral_id,
        person_id=each.person_id,
        team_code=each.team_code,
        kind=each.kind,
        words=each.words,
        at=each.at,
    )

"""What must these teams be told, and who has seen it?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.asked import Asked
from homeward.referrals.models import Notice


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """One notice as a list shows it; `seen_by` is empty until somebody of the team has read it."""

    id: UUID
    referral_id: UUID
    person_id: UUID
    team_code: str
    kind: str
    words: str
    at: datetime
    seen_at: datetime | None
    seen_by: str


def notices(*, by: Actor, at: datetime, kinds: Collection[str] = (), limit: int = 100) -> Sequence[NoticeRow]:
    """What nobody in the actor's teams has seen yet, newest first; only of these kinds, when some are named."""
    with gate.worklist(by=by, at=at, what="notices"):
        rows = Notice.objects.filter(team_code__in=by.teams, seen_at=None)
        if kinds:
            rows = rows.filter(kind__in=kinds)
        return [_row(each) for each in rows.order_by("-at", "id")[:limit]]


def notices_about(person_id: UUID, *, kinds: Collection[str], limit: int = 50) -> Sequence[NoticeRow]:
    """What teams were told about one person, seen or not, inside an open gate."""
    return [_row(each) for each in _told(tuple(kinds), limit)(person_id)]


@lru_cache(maxsize=16)
def _told(kinds: tuple[str, ...], limit: int) -> Asked[Notice]:
    return Asked(
        lambda person_id: Notice.objects.filter(person_id=person_id, kind__in=kinds).order_by("-at", "id")[:limit]
    )


def _row(each: Notice) -> NoticeRow:
    return NoticeRow(
        id=each.id,
        referral_id=each.referral_id,
        person_id=each.person_id,
        team_code=each.team_code,
        kind=each.kind,
        words=each.words,
        at=each.at,
        seen_at=each.seen_at,
        seen_by=each.seen_by,
    )

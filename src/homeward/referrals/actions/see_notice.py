"""How is a notice put away? By the first of the team who has read it. It is a mark of reading, not an event."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.referrals.models import Notice


def see_notice(*, notice_id: UUID, by: Actor, at: datetime) -> None:
    """Mark one notice of one of the actor's teams as seen. Seeing it twice changes nothing."""
    with gate.worklist(by=by, at=at, what="notices"):
        Notice.objects.filter(id=notice_id, team_code__in=by.teams, seen_at=None).update(seen_at=at, seen_by=by.name)

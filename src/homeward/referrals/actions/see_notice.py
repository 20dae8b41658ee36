"""How is a notice put away? By the first of the team who has read it. It is a mark of reading, not an event."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.referrals.models import Notice
from homeward.referrals.queries.whose import person_of


def see_notice(*, notice_id: UUID, referral_id: UUID, by: Actor, at: datetime) -> None:
    """Mark one notice of one of the actor's teams as seen. Seeing it twice changes nothing."""
    with gate.person(person_of(referral_id), by=by, at=at, why="notice"):
        Notice.objects.filter(id=notice_id, referral_id=referral_id, team_code__in=by.teams, seen_at=None).update(
            seen_at=at, seen_by=by.name
        )

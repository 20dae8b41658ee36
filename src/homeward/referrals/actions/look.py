"""How do others see that I am looking? By a mark that lasts fifteen seconds. It is no event: nothing has happened."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.foundation.actions import Actor
from homeward.referrals.models import Looker

_MARK = """
insert into referrals_looker (referral_id, session, name, team_code, seen_at) values (%s, %s, %s, %s, %s)
on conflict (referral_id, session) do update set name = excluded.name, seen_at = excluded.seen_at
"""


def look(referral_id: UUID, *, by: Actor, at: datetime) -> None:
    """Say that the actor has this referral open now; asked again every few seconds while it is."""
    who = by.session or str(by.user_id)
    with connection.cursor() as cursor:
        cursor.execute(_MARK, [referral_id, who, by.name, by.teams[0] if by.teams else "", at])


def look_away(referral_id: UUID, *, by: Actor) -> None:
    """The actor has closed it."""
    Looker.objects.filter(referral_id=referral_id, session=by.session or str(by.user_id)).delete()


def forget_old_looks(at: datetime) -> int:
    """Remove looks that are long over."""
    return Looker.objects.filter(seen_at__lt=at - timedelta(minutes=1)).delete()[0]

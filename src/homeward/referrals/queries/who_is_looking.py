"""Who else has these referrals open at this moment?"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.referrals.models import Looker

LASTS = timedelta(seconds=15)


def who_is_looking(referral_ids: Iterable[UUID], *, at: datetime, but: Actor) -> dict[UUID, list[str]]:
    """Names by referral; `but` is whoever asks, who is left out."""
    live = Looker.objects.filter(referral_id__in=list(referral_ids), seen_at__gt=at - LASTS)
    mine = but.session or str(but.user_id)
    found: dict[UUID, list[str]] = defaultdict(list)
    for each in live.exclude(session=mine).order_by("name"):
        found[each.referral_id].append(each.name)
    return dict(found)

"""For which of these needs has a virtual ward said yes, and the person has not joined it yet?"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.monitoring.queries.joining import watched

_NOT_JOINED = """
select distinct e.referral_id
from episodes_episodeofcare e
where e.referral_id = any (%(needs)s) and e.closed_at is null and e.service_code = any (%(services)s)
  and not exists (select from monitoring_stay s where s.referral_id = e.referral_id and s.state <> 'visited')
"""


def not_joined(needs: Collection[UUID], *, by: Actor, at: datetime) -> set[UUID]:
    """Those of them, among the people whom the asker's teams look after. Opens the gate; asks nothing for none."""
    if not needs:
        return set()
    with gate.worklist(by=by, at=at, what="who has not joined"), connection.cursor() as cursor:
        cursor.execute(_NOT_JOINED, {"needs": list(needs), "services": watched()})
        return {id for (id,) in cursor.fetchall()}

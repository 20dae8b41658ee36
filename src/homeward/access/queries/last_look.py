"""When did this actor last look at this person, before now? Read from the access log, inside the person's open gate."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.rules.sitting import before_this_sitting
from homeward.foundation.actions import Actor

FAR_BACK = timedelta(days=365)
_MOST = 500  # of their own: more than anybody opens one record in a sitting

_SQL = """
select at from access_opening
where person_id = %s and actor_id = %s and at > %s and at <= %s
  and mode = 'person' and actor_kind not in ('partner', 'system')
order by at desc limit %s
"""


def last_look(person_id: UUID, *, by: Actor, at: datetime) -> datetime | None:
    """The actor's last opening in an earlier sitting; None when they never looked within a year, as far as is told."""
    if by.user_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [person_id, by.user_id, at - FAR_BACK, at, _MOST])
        return before_this_sitting((row[0] for row in cursor.fetchall()), at=at)

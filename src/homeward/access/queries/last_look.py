"""When did this actor last look at this person, before now? Read from the access log, inside the person's open gate."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.rules.sitting import before_this_sitting
from homeward.foundation.actions import Actor

FAR_BACK = timedelta(days=365)
_MOST = 500  # openings by anybody; a record opened more often than that is new to whoever comes back to it

_SQL = """
select at from (
    select at, actor_id from access_opening
    where person_id = %s and at > %s and at <= %s and mode = 'person'
    order by at desc limit %s
) lately where actor_id = %s
"""


def last_look(person_id: UUID, *, by: Actor, at: datetime) -> datetime | None:
    """The actor's last opening in an earlier sitting; None when they never looked within a year, as far as is told."""
    if by.user_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [person_id, at - FAR_BACK, at, _MOST, by.user_id])
        return before_this_sitting((row[0] for row in cursor.fetchall()), at=at)

"""Had whoever came, or a colleague of the team, opened this person's record in the hours before? From the access log, inside the open gate."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import connection

HOURS = 24
ReadBy = Literal["visitor", "team", "nobody"]

# An action opens the record of the person it is about under its own name, `visit.start`: that is writing, not reading.
_SQL = """
select coalesce(bool_or(actor_id = %(who)s), false), coalesce(bool_or(%(team)s = any (teams)), false)
from access_opening
where person_id = %(person)s and at >= %(since)s and at < %(before)s and mode = 'person' and actor_kind = 'staff'
  and why !~ '^[a-z_]+[.][a-z_]+$'
"""


def read_before(person_id: UUID, *, team: str, who: UUID | None, moment: datetime) -> ReadBy:
    """Who had read it in the 24 hours before `moment`: the one who came (`who`), somebody of the `team`, or nobody."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL,
            {"person": person_id, "team": team, "who": who, "since": moment - timedelta(hours=HOURS), "before": moment},
        )
        visitor, colleague = cursor.fetchone()
    return "visitor" if visitor else "team" if colleague else "nobody"

"""How many things of which lines does somebody have, from when, and until when are they only kept?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import connection

_SHARES = """
select b.line_id, b.state, count(*) as count, min(lower(b.period)) as since, min(b.expires_at) as expires_at
from capacity_booking b
where b.subject_id = %(subject)s and (b.state = 'booked' or (b.state = 'held' and b.expires_at > %(at)s))
group by b.line_id, b.state order by b.state, b.line_id
"""


@dataclass(frozen=True, kw_only=True)
class Share:
    """So many things of one line, kept for a while (`held`, until `expires_at`) or for good (`booked`)."""

    line_id: UUID
    state: Literal["held", "booked"]
    count: int
    since: datetime
    expires_at: datetime | None


def shares(subject_id: UUID, *, at: datetime) -> list[Share]:
    """What the subject has now, booked before held."""
    with connection.cursor() as cursor:
        cursor.execute(_SHARES, {"subject": subject_id, "at": at})
        names = [column.name for column in cursor.description or ()]
        return [Share(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]

"""What do rounds know of one person: notes nobody has read, and how often it was a face they knew?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.rounds.models import Handover
from homeward.rounds.queries.day import CONTINUITY_DAYS
from homeward.rounds.rules.continuity import Continuity, continuity

NOTES = 10
VISITS = 500
_KNOWN = """
select came.users, note.* from (
    select array(select e.practitioner_user::text from visits_encounter e
                 where e.person_id = %(person)s and e.state = 'seen' and e.practitioner_user is not null
                   and e.contact_at >= %(since)s
                 order by e.contact_at, e.id limit %(visits)s) as users
) came left join lateral (
    select h.* from rounds_handover h where h.person_id = %(person)s and h.read_at is null
    order by h.written_at, h.id limit %(notes)s
) note on true order by note.written_at, note.id
"""


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """The notes that wait to be read, oldest first, and the continuity of three months (None below three visits)."""

    unread: tuple[Handover, ...]
    continuity: Continuity | None


def rounds_of(person_id: UUID, *, at: datetime) -> Rounds:
    """One question, bounded both ways. The gate must be open."""
    values: dict[str, UUID | datetime | int] = {"person": person_id, "since": at - CONTINUITY_DAYS, "visits": VISITS, "notes": NOTES}
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, values)
        _, *names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
    notes = (Handover.from_db("default", names, told) for _, *told in rows if told[names.index("id")] is not None)
    return Rounds(unread=tuple(notes), continuity=continuity(rows[0][0]))

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
_CAME = """
select practitioner_user from visits_encounter
where person_id = %s and state = 'seen' and practitioner_user is not null and contact_at >= %s
order by contact_at, id limit %s
"""


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """The notes that wait to be read, oldest first, and the continuity of three months (None below three visits)."""

    unread: tuple[Handover, ...]
    continuity: Continuity | None


def rounds_of(person_id: UUID, *, at: datetime) -> Rounds:
    """Two questions, both bounded. The gate must be open."""
    notes = Handover.objects.filter(person_id=person_id, read_at__isnull=True).order_by("written_at", "id")[:NOTES]
    with connection.cursor() as cursor:
        cursor.execute(_CAME, [person_id, at - CONTINUITY_DAYS, VISITS])
        came = [str(who) for (who,) in cursor.fetchall()]
    return Rounds(unread=tuple(notes), continuity=continuity(came))

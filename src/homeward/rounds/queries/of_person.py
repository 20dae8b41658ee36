"""What do rounds know of one person: notes nobody has read, and how often it was a face they knew?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.rounds.models import Handover
from homeward.rounds.queries.faces import CONTINUITY_DAYS
from homeward.rounds.rules.continuity import FEWEST

NOTES = 10
VISITS = 500
_KNOWN = """
select came.faces, note.* from (
    select array(select array[e.practitioner_user::text, e.practitioner_name] from visits_encounter e
                 where e.person_id = %(person)s and e.state = 'seen' and e.practitioner_user is not null
                   and e.contact_at >= %(since)s
                 order by e.contact_at, e.id limit %(visits)s) as faces
) came left join lateral (
    select h.* from rounds_handover h where h.person_id = %(person)s and h.read_at is null
    order by h.written_at, h.id limit %(notes)s
) note on true order by note.written_at, note.id
"""


@dataclass(frozen=True, kw_only=True)
class Came:
    """How many visits by how many people, and who came most (of equals, who came last) how often."""

    visits: int
    people: int
    most: str
    times: int
    weeks: int


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """The notes that wait to be read, oldest first, and who came in three months (None below three visits)."""

    unread: tuple[Handover, ...]
    came: Came | None


def rounds_of(person_id: UUID, *, at: datetime) -> Rounds:
    """One question, bounded both ways. The gate must be open."""
    values: dict[str, UUID | datetime | int] = {"person": person_id, "since": at - CONTINUITY_DAYS, "visits": VISITS, "notes": NOTES}
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, values)
        _, *names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
    notes = (Handover.from_db("default", names, told) for _, *told in rows if told[names.index("id")] is not None)
    return Rounds(unread=tuple(notes), came=_came(rows[0][0]))


def _came(faces: Sequence[Sequence[str]]) -> Came | None:
    if len(faces) < FEWEST:
        return None
    counts = Counter(user for user, _ in reversed(faces))
    ((user, times),) = counts.most_common(1)
    name = next(said for who, said in reversed(faces) if who == user)
    return Came(visits=len(faces), people=len(counts), most=name, times=times, weeks=CONTINUITY_DAYS // timedelta(weeks=1))

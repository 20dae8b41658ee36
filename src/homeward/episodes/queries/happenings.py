"""What has happened to one need, in the order it was written down, with what happened to its person meanwhile?"""

import json
from uuid import UUID

from django.db import connection

from homeward.episodes.rules.marks import Told

_OF_NEED = """
select id, kind, at, facts, position from foundation_event
where person_id = any (gate.written_under(%(person)s))
  and (subject_id = %(subject)s or facts->>'referral_id' = %(subject_text)s
       or subject_kind = 'person' and person_id = any (gate.known_as(%(person)s)))
order by position
"""


def happenings(subject_id: UUID, person_id: UUID) -> list[tuple[int, Told]]:
    """The events with their positions, as far as the open gate shows them."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_NEED, {"person": person_id, "subject": subject_id, "subject_text": str(subject_id)})
        rows = cursor.fetchall()
    return [
        (position, Told(id=id, kind=kind, at=at, facts=json.loads(facts))) for id, kind, at, facts, position in rows
    ]

"""To which record does this id lead now, and which others lead here?"""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection


def current_id(person_id: UUID) -> UUID:
    """The id in use for this one: itself, or the record that it was joined to, followed to the end. Needs no gate."""
    with connection.cursor() as cursor:
        cursor.execute("select people_current(%s)", [person_id])
        found: UUID = cursor.fetchone()[0]
    return found


def joined_into(person_id: UUID) -> Sequence[UUID]:
    """The ids that lead to this record, oldest first by id; without itself. Needs no gate."""
    with connection.cursor() as cursor:
        cursor.execute("select unnest(people_joined_into(%s)) order by 1", [person_id])
        return [row[0] for row in cursor.fetchall()]

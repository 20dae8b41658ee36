"""To which record does this id lead now, and which others lead here?"""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


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


def written_under(person_id: UUID) -> list[UUID]:
    """The ids under which something about this person may have been written down: its own, and of records joined to it
    or parted from it. Needs no gate; what each may read, the gate decides."""
    with connection.cursor() as cursor:
        cursor.execute("select unnest(gate.written_under(%s))", [person_id])
        return [row[0] for row in cursor.fetchall()]


def people_of_pair(pair_id: UUID) -> tuple[UUID, UUID]:
    """The two of a pair, lower id first. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("select one, other from people_of_pair(%s)", [pair_id])
        found = cursor.fetchone()
    if found is None:
        raise NotFound("There is no such pair any more.", next_step="Go back to the list.")
    return found[0], found[1]

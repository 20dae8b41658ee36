"""Whose stay is this, and which stay was told under this id? Asked before the record is open."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


def person_of_stay(asked: Mapping[str, Any]) -> UUID:
    """The person of `stay_id`. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("select hospital_person_of(%s)", [asked["stay_id"]])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise NotFound("There is no such stay.", next_step="Go back to the flow board and choose the person from it.")
    return found


def stay_told(source: str, source_id: str) -> tuple[UUID, UUID] | None:
    """The stay and the person that `source` told of under `source_id`, if it ever did."""
    with connection.cursor() as cursor:
        cursor.execute("select id, person_id from hospital_told(%s, %s)", [source, source_id])
        found = cursor.fetchone()
    return (found[0], found[1]) if found else None

"""Whose call, arrival or outcome is this, and which was saved under this key? Asked before the record is open."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


def person_of_call(asked: Mapping[str, Any]) -> UUID | None:
    """The person whom `call_id` is about; None while nobody knows. Raises NotFound."""
    rows = _asked("select person_id from front_door_person_of_call(%s)", asked["call_id"])
    if not rows:
        raise NotFound("There is no such call.", next_step="Go back to the line and choose it from the list.")
    return rows[0]


def person_of_arrival(asked: Mapping[str, Any]) -> UUID:
    """The person who came with `arrival_id`. Raises NotFound."""
    found = _asked("select front_door_person_of_arrival(%s)", asked["arrival_id"])[0]
    if found is None:
        raise NotFound("There is no such arrival.", next_step="Go back to the door's list and choose it there.")
    return found


def person_of_outcome(asked: Mapping[str, Any]) -> UUID:
    """The person whose outcome `outcome_id` is. Raises NotFound."""
    found = _asked("select front_door_person_of_outcome(%s)", asked["outcome_id"])[0]
    if found is None:
        raise NotFound("There is no such check.")
    return found


def call_with_key(key: str) -> UUID | None:
    """The call that was saved under this key, if any."""
    return _asked("select front_door_call_with_key(%s)", key)[0]


def arrival_with_key(key: str) -> UUID | None:
    """The arrival that was saved under this key, if any."""
    return _asked("select front_door_arrival_with_key(%s)", key)[0]


def _asked(question: str, value: UUID | str) -> list[UUID | None]:
    with connection.cursor() as cursor:
        cursor.execute(question, [value])
        return [row[0] for row in cursor.fetchall()]

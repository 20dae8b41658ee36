"""Whose visit is this, and which visit was recorded under this key? Asked before the record is open."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


def person_of_encounter(asked: Mapping[str, Any]) -> UUID:
    """The person of `encounter_id`. Raises NotFound."""
    found = _one("select visits_person_of(%s)", asked["encounter_id"])
    if found is None:
        raise NotFound("There is no such visit.", next_step="Go back to your round and choose it from the list.")
    return found


def person_of_answer(answer_id: UUID) -> UUID:
    """The person whom an answer given at a visit is about. Raises NotFound."""
    found = _one("select visits_person_of_answer(%s)", answer_id)
    if found is None:
        raise NotFound("There is no such answer.", next_step="Go back to the visit and choose it there.")
    return found


def person_of_told(answer_id: UUID) -> UUID | None:
    """The person whom an answer is about, wherever it was given; None when there is no such answer."""
    return _one("select visits_person_of_told(%s)", answer_id)


def encounter_with_key(key: str) -> UUID | None:
    """The visit whose contact was recorded under this key, if any."""
    return _one("select visits_with_key(%s)", key)


def _one(question: str, value: UUID | str) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(question, [value])
        found: UUID | None = cursor.fetchone()[0]
    return found

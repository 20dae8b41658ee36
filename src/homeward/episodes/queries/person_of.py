"""Whose is this episode or task? Asked before the record is open, so it answers with an id and nothing else."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


def person_of_episode(asked: Mapping[str, Any]) -> UUID:
    """The person of `episode_id`. Raises NotFound."""
    return _person_of("episodes_person_of_episode", asked["episode_id"], "episode")


def person_of_task(asked: Mapping[str, Any]) -> UUID:
    """The person of `task_id`. Raises NotFound."""
    return _person_of("episodes_person_of_task", asked["task_id"], "task")


def _person_of(function: str, id: UUID, noun: str) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}(%s)", [id])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise NotFound(f"There is no such {noun}.", next_step="Go back to your work and choose it from the list.")
    return found

"""Whose response, plan line or shared assessment is this? Asked before the record is open, with an id and nothing else."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


def person_of_response(response_id: UUID) -> UUID:
    """The person whom the answers are about. Raises NotFound."""
    return _one("select plans_person_of_response(%s)", response_id, "There are no such answers.")


def about_response(asked: Mapping[str, Any]) -> UUID:
    """The same, for an action."""
    return person_of_response(asked["response_id"])


def person_of_line(line_id: UUID) -> UUID:
    """The person whose plan the line stands in. Raises NotFound."""
    return _one("select plans_person_of_line(%s)", line_id, "There is no such line in a plan.")


def about_line(asked: Mapping[str, Any]) -> UUID:
    """The same, for an action."""
    return person_of_line(asked["line_id"])


def person_of_plan(plan_id: UUID) -> UUID:
    """The person whose plan it is. Raises NotFound."""
    return _one("select plans_person_of_plan(%s)", plan_id, "There is no such plan.")


def person_of_share(share_id: UUID) -> UUID:
    """The person whose assessment was shared. Raises NotFound."""
    return _one("select plans_person_of_share(%s)", share_id, "There is no such shared assessment.")


def about_share(asked: Mapping[str, Any]) -> UUID:
    """The same, for an action."""
    return person_of_share(asked["share_id"])


def about_person(asked: Mapping[str, Any]) -> UUID:
    """The person an action names itself."""
    person_id: UUID = asked["person_id"]
    return person_id


def _one(question: str, value: UUID, words: str) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute(question, [value])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise NotFound(words, next_step="Go back to the person's page and choose it there.")
    return found

"""Whose stay is this, and which stay was told under this id? Asked before the record is open."""

from collections.abc import Mapping
from datetime import datetime
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


def struck_told(source: str, source_id: str) -> tuple[UUID, datetime] | None:
    """Whose stay was told of under this id and struck out since, and when; the latest."""
    with connection.cursor() as cursor:
        cursor.execute("select person_id, struck_at from hospital_struck(%s, %s)", [source, source_id])
        found = cursor.fetchone()
    return (found[0], found[1]) if found else None


def person_of_home_care(asked: Mapping[str, Any]) -> UUID:
    """The person of `request_id`. Raises NotFound."""
    return _part("home_care", asked["request_id"])


def person_of_bed_stay(asked: Mapping[str, Any]) -> UUID:
    """The person of `bed_stay_id`. Raises NotFound."""
    return _part("bed_stay", asked["bed_stay_id"])


def person_of_follow_up(asked: Mapping[str, Any]) -> UUID:
    """The person of `follow_up_id`. Raises NotFound."""
    return _part("follow_up", asked["follow_up_id"])


def _part(part: str, part_id: UUID) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute("select hospital_person_of_part(%s, %s)", [part, part_id])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise NotFound("There is no such thing here.", next_step="Go back to the list and choose it from there.")
    return found

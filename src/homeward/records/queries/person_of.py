"""About whom is this resource? Asked before the record is open: an id is answered with an id."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound
from homeward.records.rules.identity import item_id


def person_of_item(asked: UUID | Mapping[str, Any]) -> UUID | None:
    """The person of an item's id (or of `item_id` in an action's arguments); None for what is about nobody.

    Raises NotFound when there is no such item.
    """
    wanted: UUID = asked["item_id"] if isinstance(asked, Mapping) else asked
    found, person_id = _asked(wanted)
    if not found:
        raise NotFound("There is no such record here.", next_step="Go back to the person and choose it from the list.")
    return person_id


def person_of_patient(*, source: str, source_id: str) -> UUID | None:
    """The person whom this source calls `Patient/source_id`, or None when it never told us."""
    return _asked(item_id(source, "Patient", source_id))[1]


def _asked(wanted: UUID) -> tuple[bool, UUID | None]:
    with connection.cursor() as cursor:
        cursor.execute("select person_id from records_person_of(%s)", [wanted])
        row = cursor.fetchone()
    return (True, row[0]) if row else (False, None)

"""Whose message is this? Asked before the gate opens, so that it can be opened for the right person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound


def person_of_message(asked: Mapping[str, Any]) -> UUID | None:
    """The person of `message_id`; None for what is about nobody. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("select known, person from exchange_person_of(%s)", [asked["message_id"]])
        known, person = cursor.fetchone() or (False, None)
    if not known:
        raise NotFound("There is no such message.", next_step="Go back to the list and choose it there.")
    return person

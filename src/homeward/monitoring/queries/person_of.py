"""Whose stay, alert, set or gap is this? Asked before the record is open, so it answers with an id and nothing else."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.errors import NotFound

Asked = Mapping[str, Any]


def _asker(what: str, noun: str) -> Callable[[Asked], UUID]:
    def person_of(asked: Asked) -> UUID:
        with connection.cursor() as cursor:
            cursor.execute("select monitoring_person_of(%s, %s)", [what, asked[f"{what}_id"]])
            found: UUID | None = cursor.fetchone()[0]
        if found is None:
            raise NotFound(f"There is no such {noun}.", next_step="Go back to the ward and choose it from the list.")
        return found

    return person_of


person_of_stay = _asker("stay", "stay on a virtual ward")
person_of_alert = _asker("alert", "alert")
person_of_set = _asker("set", "set of observations")

"""How many alerts that nobody has taken were told to this colleague, by name or with their whole team? Numbers only, no patient."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, kw_only=True)
class Unread:
    """`mine` were told to them, by name or because nobody of their team was named. `red`: at least one of them is."""

    mine: int
    red: bool


def unread(user_id: UUID | None, teams: Sequence[str]) -> Unread:
    """Asked before any record is open, on every page of whoever may answer."""
    with connection.cursor() as cursor:
        cursor.execute("select mine, red from monitoring_unread(%s, %s)", [user_id, list(teams)])
        mine, red = cursor.fetchone()
    return Unread(mine=mine, red=red)

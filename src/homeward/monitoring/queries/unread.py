"""How many alerts that nobody has taken were told to this colleague by name, or to their teams? Numbers only, no patient."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, kw_only=True)
class Unread:
    """`mine` were told to them by name; `team` to somebody in their teams. `red`: at least one of `mine` is."""

    mine: int
    team: int
    red: bool


def unread(user_id: UUID | None, teams: Sequence[str]) -> Unread:
    """Asked before any record is open, on every page of whoever may answer."""
    with connection.cursor() as cursor:
        cursor.execute("select mine, team, red from monitoring_unread(%s, %s)", [user_id, list(teams)])
        mine, team, red = cursor.fetchone()
    return Unread(mine=mine, team=team, red=bool(red))

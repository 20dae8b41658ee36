"""Which team looks after whom? Granted and ended by the packages that know the ground, while the gate is open."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.models import Relationship
from homeward.foundation.ids import new_id

_GRANT = """
insert into access_relationship (id, person_id, team_code, kind, source_id, started_at)
values (%s, %s, %s, %s, %s, %s)
on conflict (person_id, team_code, kind, source_id) where ended_at is null do nothing
"""


def grant(person_id: UUID, team_code: str, *, kind: str, source_id: UUID, at: datetime) -> None:
    """From now on the team may open this person's record, because of `source_id`. Granting twice counts once."""
    with connection.cursor() as cursor:
        cursor.execute(_GRANT, [new_id(), person_id, team_code, kind, source_id, at])


def end(source_id: UUID, *, team_code: str | None = None, at: datetime) -> int:
    """The ground is gone: end what rests on it (for one team, or for all); returns how many ended."""
    standing = Relationship.objects.filter(source_id=source_id, ended_at__isnull=True)
    if team_code is not None:
        standing = standing.filter(team_code=team_code)
    return standing.update(ended_at=at)


def with_team(person_id: UUID, teams: Sequence[str]) -> bool:
    """Does one of these teams look after the person now? May be asked before the gate is open."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.related(%s, %s)", [person_id, list(teams)])
        return bool(cursor.fetchone()[0])

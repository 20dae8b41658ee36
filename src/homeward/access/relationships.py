"""Which team looks after whom? Granted and ended by the packages that know the ground, while the gate is open."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Value
from django.db.models.functions import Greatest

from homeward.access.actions.hide_from_lists import hides, is_hidden, objections_of
from homeward.access.models import Relationship
from homeward.foundation.ids import new_id

_GRANT = """
insert into access_relationship (id, person_id, team_code, kind, source_id, started_at, objected)
values (%s, %s, %s, %s, %s, %s, %s)
on conflict (person_id, team_code, kind, source_id) where ended_at is null do nothing
"""

_GRANT_EACH = """
insert into access_relationship (id, person_id, team_code, kind, source_id, started_at, objected)
select id, %s, team, %s, %s, %s, objected
from unnest(%s::uuid[], %s::text[], %s::boolean[]) as each (id, team, objected)
on conflict (person_id, team_code, kind, source_id) where ended_at is null do nothing
"""


def grant(person_id: UUID, *teams: str, kind: str, source_id: UUID, at: datetime) -> None:
    """From now on the teams may open this person's record, because of `source_id`. Granting twice counts once."""
    objected = objections_of([person_id]).get(person_id, frozenset()) if hides(kind) else frozenset()
    hidden = [is_hidden(team, objected) for team in teams]
    with connection.cursor() as cursor:
        cursor.execute(_GRANT_EACH, [person_id, kind, source_id, at, [new_id() for _ in teams], list(teams), hidden])


def grant_many(grounds: Sequence[tuple[UUID, str, UUID, datetime]], *, kind: str) -> int:
    """The same for many (person, team, source, moment), for a job; returns how many are new.

    An objection is asked for only where there is one.
    """
    objected = objections_of([person_id for person_id, *_ in grounds]) if hides(kind) else {}
    before = Relationship.objects.filter(
        person_id__in=[person_id for person_id, *_ in grounds], kind=kind, ended_at__isnull=True
    )
    had = before.count()
    with connection.cursor() as cursor:
        cursor.executemany(
            _GRANT,
            [
                (new_id(), person_id, team, kind, source, at, is_hidden(team, objected.get(person_id, frozenset())))
                for person_id, team, source, at in grounds
            ],
        )
    return before.count() - had


def end(source_id: UUID, *, teams: Collection[str] | None = None, at: datetime) -> int:
    """The ground is gone: end what rests on it (for these teams, or for all); returns how many ended.

    Whoever waited for a colleague's change may come with an earlier moment than that change: nothing ends before it began.
    """
    standing = Relationship.objects.filter(source_id=source_id, ended_at__isnull=True)
    if teams is not None:
        standing = standing.filter(team_code__in=teams)
    return standing.update(ended_at=Greatest("started_at", Value(at)))


def with_team(person_id: UUID, teams: Sequence[str]) -> bool:
    """Does one of these teams look after the person now? May be asked before the gate is open."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.related(%s, %s)", [person_id, list(teams)])
        return bool(cursor.fetchone()[0])

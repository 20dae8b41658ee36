"""Whom do these teams look after, by name, since when and on what ground? For a list of theirs, inside its open worklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

_SQL = """
select p.id, concat_ws(' ', nullif(n.given, ''), n.family) as name, p.birth_date, p.death_at, r.since, r.grounds,
       count(*) over () as total
from (
    select person_id, min(started_at) as since, array_agg(distinct kind order by kind) as grounds
    from access_relationship where team_code = any (%(teams)s) and ended_at is null and not objected group by person_id
) r
join people_person p on p.id = r.person_id
left join people_personname n on n.person_id = p.id and n.use = 'usual' and n.valid_to is null
order by p.death_at desc nulls first, n.family, n.given, p.id
limit %(most)s offset %(before)s
"""


@dataclass(frozen=True, kw_only=True)
class LookedAfter:
    """One of them. `grounds` are the kinds of relationship; `since` is when the oldest of them began."""

    person_id: UUID
    name: str
    birth_year: int | None
    died_at: datetime | None
    since: datetime
    grounds: tuple[str, ...]


def looked_after(teams: Sequence[str], *, page: int, size: int) -> tuple[list[LookedAfter], int]:
    """A page of them by name, those who died last, and how many there are. An objection takes a person off the list."""
    asked: dict[str, Any] = {"teams": list(teams), "most": size, "before": (max(1, page) - 1) * size}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, asked)
        rows = cursor.fetchall()
    return [_one(row) for row in rows], rows[0][6] if rows else 0


def _one(row: Sequence[Any]) -> LookedAfter:
    id, name, born, died, since, grounds, _ = row
    return LookedAfter(
        person_id=id, name=name, birth_year=born.year if born else None, died_at=died, since=since, grounds=tuple(grounds)
    )

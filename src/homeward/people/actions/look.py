"""How do others see that I have this person's page open? By a mark that lasts fifteen seconds. It is no event: nothing has happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.foundation.actions import Actor
from homeward.people.models import Looker

LASTS = timedelta(seconds=15)
_MARK = """
with mark as (
    insert into people_looker (person_id, session, name, team_code, seen_at) values (%s, %s, %s, %s, %s)
    on conflict (person_id, session) do update set name = excluded.name, seen_at = excluded.seen_at
)
select name, team_code from people_looker
where person_id = %s and split_part(session, '.', 1) <> %s and seen_at > %s order by name limit 20
"""


@dataclass(frozen=True, kw_only=True)
class Looking:
    """A colleague who has the same page open, and the team they work in."""

    name: str
    team_code: str


def look(person_id: UUID, *, by: Actor, at: datetime, page: str = "") -> Sequence[Looking]:
    """Inside an open gate: say that the actor has this page open, and be told who else has.

    `page` is a word for this very page: of two pages of one session, closing one leaves the other's mark.
    """
    who, team = _who(by, page), by.teams[0] if by.teams else ""
    with connection.cursor() as cursor:
        cursor.execute(_MARK, [person_id, who, by.name, team, at, person_id, _session(by), at - LASTS])
        return [Looking(name=name, team_code=team_code) for name, team_code in cursor.fetchall()]


def still_looking(person_id: UUID, *, by: Actor, at: datetime, page: str = "") -> tuple[Sequence[Looking], str]:
    """The page is still open: who else looks, and the banner's version as it is now.

    Whoever has not opened the page in the last two minutes is told of nobody, and the version is empty.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from people_still_looking(%s, %s, %s)", [person_id, _who(by, page), at])
        rows = cursor.fetchall()
    version = rows[0][2].isoformat() if rows else ""
    return [Looking(name=name, team_code=team_code) for name, team_code, _ in rows if name], version


def look_away(person_id: UUID, *, by: Actor, page: str = "") -> None:
    """The actor has closed the page."""
    with connection.cursor() as cursor:
        cursor.execute("select people_look_away(%s, %s)", [person_id, _who(by, page)])


def forget_old_looks(at: datetime) -> int:
    """Remove looks that are long over. Asked by a job, which sees every row."""
    return Looker.objects.filter(seen_at__lt=at - timedelta(minutes=5)).delete()[0]


def _session(by: Actor) -> str:
    return (by.session or str(by.user_id)).replace(".", "")


def _who(by: Actor, page: str) -> str:
    return f"{_session(by)}.{page}"

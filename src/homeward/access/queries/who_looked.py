"""Who opened this person's record, when and why, in words they understand?"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.queries.declared_role import declared_role
from homeward.access.queries.may import may
from homeward.access.rules.saying import said_why
from homeward.access.vocabulary import JOBS
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted

_SQL = """
select actor_id, actor_name, actor_kind, organisation, role, why, (at at time zone 'Europe/London')::date as day,
       count(*) as times, min(at) as first_at, max(at) as last_at
from access_opening
where person_id = %s and at >= %s and mode <> 'refused'
group by actor_id, actor_name, actor_kind, organisation, role, why, day
order by last_at desc, why limit %s
"""
PERIOD = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Look:
    """One reason on one day for which somebody opened the record, once or more."""

    day: date
    first_at: datetime
    last_at: datetime
    who: str
    why: str
    times: int
    actor_id: UUID | None
    actor_kind: str

    @property
    def words(self) -> str:
        times = f", {self.times} times" if self.times > 1 else ""
        return f"{self.who} opened your record {self.why}{times}."


def who_looked(
    person_id: UUID, *, by: Actor, at: datetime, since: datetime | None = None, limit: int = 200
) -> list[Look]:
    """Newest first, one row for each actor, reason and day. For the person, their carer, staff who may, and audit."""
    with _opened(person_id, by=by, at=at), connection.cursor() as cursor:
        cursor.execute(_SQL, [person_id, since or at - PERIOD, limit])
        names = [column.name for column in cursor.description]
        return list(_looks((dict(zip(names, row, strict=True)) for row in cursor.fetchall()), by))


def _opened(person_id: UUID, *, by: Actor, at: datetime) -> AbstractContextManager[None]:
    if may(by, "audit.view"):
        return ways.audit(by=by, at=at, why="who looked at one person")
    if by.kind == "citizen" or may(by, "who_looked.view"):
        return nullcontext() if _open_now(person_id) else ways.person(person_id, by=by, at=at, why="who looked")
    raise NotPermitted("Your role does not show who looked at a record.", next_step="Ask information governance.")


def _open_now(person_id: UUID) -> bool:
    """Is this record open already? A page that shows the looks among other things opens it once."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.person() = %s", [person_id])
        return bool(cursor.fetchone()[0])


def _looks(rows: Iterable[dict[str, Any]], by: Actor) -> Iterable[Look]:
    for row in rows:
        yield Look(
            day=row["day"],
            first_at=row["first_at"],
            last_at=row["last_at"],
            who="You" if by.user_id and row["actor_id"] == by.user_id else said_actor(row),
            why=said_why(row["why"]),
            times=row["times"],
            actor_id=row["actor_id"],
            actor_kind=row["actor_kind"],
        )


def said_actor(row: Mapping[str, Any]) -> str:
    """'Asha Patel, community nurse at Northfield hub', from an actor's columns."""
    name, kind, role = str(row["actor_name"]), str(row["actor_kind"]), str(row["role"])
    organisation = place().organisations.get(str(row["organisation"]))
    where = f" at {organisation.name}" if organisation else ""
    if kind == "system":
        return f"Homeward itself ({JOBS[role].words})" if role in JOBS else "Homeward itself"
    if kind == "link":
        return f"{name[:1].upper()}{name[1:]}, by a link,"
    if kind == "partner":
        return f"The computer system {name}{where}"
    if kind == "citizen":
        return name
    declared = declared_role(role)
    title = declared.title if declared else role
    return f"{name}, {title[:1].lower() if title[1:2].islower() else title[:1]}{title[1:]}{where}"

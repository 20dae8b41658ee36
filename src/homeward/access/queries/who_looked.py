"""Who opened this person's record, when and why, in words they understand?"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.queries.may import may
from homeward.access.queries.said_actor import said_actor
from homeward.access.rules.looking import said_look
from homeward.access.rules.saying import said_why
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted

_SQL = """
select o.actor_id, o.actor_name, o.actor_kind, o.organisation, o.role, o.purpose, o.why,
       (o.at at time zone 'Europe/London')::date as day, o.glass_id is not null as out_of_turn,
       max(g.reason_title) as reason, count(*) as times, min(o.at) as first_at, max(o.at) as last_at
from access_opening o left join access_glass g on g.id = o.glass_id
where o.person_id = any (gate.known_as(%s)) and o.at >= %s and o.mode <> 'refused'
group by o.actor_id, o.actor_name, o.actor_kind, o.organisation, o.role, o.purpose, o.why, day, o.glass_id is not null
order by last_at desc, o.why limit %s
"""
PERIOD = timedelta(days=365)
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


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
    what: str = "your record"
    what_for: str = ""
    out_of_turn: bool = False
    reason: str = ""

    @property
    def words(self) -> str:
        """'Asha Patel, community nurse at Northfield hub, opened your visits to look after you, 2 times.'"""
        times = f", {self.times} times" if self.times > 1 else ""
        turn = f" They opened it out of turn: {self.reason[:1].lower()}{self.reason[1:]}." if self.out_of_turn else ""
        who = f"{self.who}," if "," in self.who and not self.who.endswith(",") else self.who
        return f"{who} opened {self.what} {self.what_for or self.why}{times}.{turn}"


def who_looked(
    person_id: UUID, *, by: Actor, at: datetime, since: datetime | None = None, limit: int = 200
) -> list[Look]:
    """Newest first, one row for each actor, reason and day. For the person, their carer, staff who may, and audit."""
    with _opened(person_id, by=by, at=at):
        return looks_at(person_id, by=by, since=since or at - PERIOD, limit=limit)


def looks_at(person_id: UUID, *, by: Actor, since: datetime | None, limit: int) -> list[Look]:
    """The same while the record is open already; without `since` from the beginning."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [person_id, since or BEGINNING, limit])
        names = [column.name for column in cursor.description]
        return list(_looks((dict(zip(names, row, strict=True)) for row in cursor.fetchall()), by))


def _opened(person_id: UUID, *, by: Actor, at: datetime) -> AbstractContextManager[None]:
    if may(by, "audit.view"):
        return ways.audit(by=by, at=at, why="who looked at one person")
    if by.kind == "citizen" or may(by, "who_looked.view"):
        return ways.opened_for(person_id, by=by, at=at, why="who looked")
    raise NotPermitted("Your role does not show who looked at a record.", next_step="Ask information governance.")


def _looks(rows: Iterable[dict[str, Any]], by: Actor) -> Iterable[Look]:
    for row in rows:
        what, what_for = said_look(row["why"])
        yield Look(
            day=row["day"],
            first_at=row["first_at"],
            last_at=row["last_at"],
            who="You" if by.user_id and row["actor_id"] == by.user_id else said_actor(row),
            why=said_why(row["why"]),
            times=row["times"],
            actor_id=row["actor_id"],
            actor_kind=row["actor_kind"],
            what=what,
            what_for=what_for,
            out_of_turn=row["out_of_turn"],
            reason=row["reason"] or "",
        )

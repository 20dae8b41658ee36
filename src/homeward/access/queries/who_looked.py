"""Who opened this person's record, when and why, in words they understand?"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.queries.may import may
from homeward.access.queries.said_actor import said_actor
from homeward.access.rules.looking import said_look
from homeward.access.rules.saying import said_why
from homeward.access.vocabulary import ACTING
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.moments import at_london, london_day

# Newest first, from the end of an index: nothing beyond the page is read, however many there are (access 0013).
_NEWEST = "from access_newest(gate.known_as(%(person)s), %(since)s, %(before)s, %(without)s, {most}) o "
_BEYOND = "select o.at " + _NEWEST.format(most="%(stretch)s + 1") + "order by o.at desc offset %(stretch)s limit 1"
_GROUPED = """
select o.actor_id, o.actor_name, o.actor_kind, o.organisation, o.role, o.purpose, o.why,
       (o.at at time zone 'Europe/London')::date as day, o.glass_id is not null as out_of_turn,
       max(g.reason_title) as reason, count(*) as times, min(o.at) as first_at, max(o.at) as last_at
{newest} left join access_glass g on g.id = o.glass_id
group by o.actor_id, o.actor_name, o.actor_kind, o.organisation, o.role, o.purpose, o.why, day, o.glass_id is not null
order by last_at desc, o.why
"""
_ALL = _GROUPED.format(newest=_NEWEST.format(most="null"))
_FEW = _GROUPED.format(newest=_NEWEST.format(most="%(stretch)s"))
STRETCH = 500  # openings a page reads; a day is never torn, so a day with more is read whole
BEGINNING, END = datetime(2000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Look:
    """One reason on one day for which somebody opened the record, once or more; `at_least`: the day was not read to its beginning."""

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
    at_least: bool = False

    @property
    def words(self) -> str:
        """'Asha Patel, community nurse at Northfield hub, opened your visits to look after you, 2 times.'"""
        who = f"{self.who}," if "," in self.who and not self.who.endswith(",") else self.who
        return f"{who} {self.deed}"

    @property
    def deed(self) -> str:
        """The same without who it was: 'opened your visits to look after you, 2 times.'"""
        times = f", {self.times} times" if self.times > 1 else ""
        turn = f" They opened it out of turn: {self.reason[:1].lower()}{self.reason[1:]}." if self.out_of_turn else ""
        return f"opened {self.what} {self.what_for or self.why}{times}.{turn}"


@dataclass(frozen=True, kw_only=True)
class Looks:
    """One page of who looked, newest first: whole days. `older` is the day before which the next page begins, None at the end."""

    rows: tuple[Look, ...]
    older: date | None


def who_looked(person_id: UUID, *, by: Actor, at: datetime, limit: int = 200) -> list[Look]:
    """The newest, one row for each actor, reason and day. For the person, their carer, staff who may, and audit."""
    with _opened(person_id, by=by, at=at):
        rows = _rows(_FEW, _asked(person_id), by)
    if sum(row.times for row in rows) >= STRETCH:
        torn = min(row.day for row in rows)  # the count of a day that was not read whole would be too low
        rows = [row for row in rows if row.day != torn] or [replace(row, at_least=True) for row in rows]
    return rows[:limit]


def page_of_looks(
    person_id: UUID, *, by: Actor, at: datetime, before: date | None = None, others_only: bool = False
) -> Looks:
    """The same page by page, back to the first opening there was; `others_only` leaves out the asker's own."""
    with _opened(person_id, by=by, at=at):
        return _page(person_id, by=by, before=before, without=by.user_id if others_only else None)


def every_look(person_id: UUID, *, by: Actor) -> Iterator[Look]:
    """All of them while the record is open already, a page at a time."""
    before: date | None = None
    while True:
        page = _page(person_id, by=by, before=before, without=None)
        yield from page.rows
        if page.older is None:
            return
        before = page.older


def _page(person_id: UUID, *, by: Actor, before: date | None, without: UUID | None) -> Looks:
    asked = _asked(person_id) | {"without": without, "before": at_london(before) if before else END}
    older = _older(asked)
    return Looks(rows=tuple(_rows(_ALL, asked | ({"since": at_london(older)} if older else {}), by)), older=older)


def _asked(person_id: UUID) -> dict[str, Any]:
    return {"person": person_id, "without": None, "since": BEGINNING, "before": END, "stretch": STRETCH}


def _rows(sql: str, asked: dict[str, Any], by: Actor) -> list[Look]:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        names = [column.name for column in cursor.description]
        return list(_looks((dict(zip(names, row, strict=True)) for row in cursor.fetchall()), by))


def _older(asked: dict[str, Any]) -> date | None:
    """The first day of the page of at most STRETCH openings in whole days, at least one; None when all that is left fits."""
    found = _one(asked)
    if found is None:
        return None
    torn = london_day(found)
    if _one(asked | {"since": at_london(torn + timedelta(days=1)), "stretch": 0}):
        return torn + timedelta(days=1)
    return (
        torn if _one(asked | {"before": at_london(torn), "stretch": 0}) else None
    )  # a day with more than a page holds


def _one(asked: dict[str, Any]) -> datetime | None:
    """The moment of the first opening beyond those that a page holds."""
    with connection.cursor() as cursor:
        cursor.execute(_BEYOND, asked)
        row = cursor.fetchone()
        return row[0] if row else None


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
            who=_who(row, by),
            why=said_why(row["why"]),
            times=row["times"],
            actor_id=row["actor_id"],
            actor_kind=row["actor_kind"],
            what=what,
            what_for=what_for,
            out_of_turn=row["out_of_turn"],
            reason=row["reason"] or "",
        )


def _who(row: dict[str, Any], by: Actor) -> str:
    """Whoever looked, as the asker is told: 'You', and to the person themself who acts for 'you as your daughter'."""
    if by.user_id and row["actor_id"] == by.user_id:
        return "You"
    said = said_actor(row)
    own = by.kind == "citizen" and not by.acting_for
    return said.replace(f"{ACTING} as their ", "acting for you as your ") if own else said

"""Which openings of the gate fit these filters? For information governance, and for a team about its own people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.queries.said_actor import said_actor
from homeward.access.rules.saying import said_why
from homeward.foundation.actions import Actor

PAGE = 50
OpenedBy = Literal["", "people", "systems", "homeward"]
_BY = "case actor_kind when 'system' then 'homeward' when 'partner' then 'systems' else 'people' end"  # as the index has it
_COLUMNS = "id, at, mode, person_id, actor_id, actor_name, actor_kind, organisation, role, why, purpose, glass_id"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One row of the access log, said plainly."""

    at: datetime
    mode: str
    person_id: UUID | None
    actor_id: UUID | None
    who: str
    why: str
    purpose: str
    glass_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What to look for; None or an empty string leaves a filter out. `name` matches part of the actor's name.

    `opened_by`: people (staff, citizens and whoever has a link), partners' systems, or Homeward itself.
    """

    person_id: UUID | None = None
    actor_id: UUID | None = None
    name: str = ""
    why: str = ""
    since: datetime | None = None
    until: datetime | None = None
    staff_only: bool = False
    opened_by: OpenedBy = ""


@dataclass(frozen=True, kw_only=True)
class Openings:
    """One page of openings, newest first; `more` says that an older page follows."""

    rows: tuple[Opening, ...]
    number: int
    more: bool


def search_openings(filters: Filters, *, by: Actor, at: datetime, page: int = 1) -> Openings:
    """The whole access log. Looking at it is itself written down."""
    with ways.audit(by=by, at=at, why="search of the access log"):
        return _page(filters, page)


def team_openings(*, by: Actor, at: datetime, page: int = 1, filters: Filters | None = None) -> Openings:
    """What the asker's own teams opened."""
    with ways.worklist(by=by, at=at, what="our team's access log"):
        return _page(filters or Filters(), page)


def _page(filters: Filters, page: int) -> Openings:
    rows = openings_of(filters, most=PAGE + 1, after=(page - 1) * PAGE)
    return Openings(rows=tuple(rows[:PAGE]), number=page, more=len(rows) > PAGE)


def openings_of(filters: Filters, *, most: int, after: int = 0) -> list[Opening]:
    """The openings that fit, newest first, while the log is open already."""
    where, values = _conditions(filters)
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {_COLUMNS} from access_opening {where} order by at desc, id desc limit %s offset %s",
            [*values, most, after],
        )
        names = [column.name for column in cursor.description]
        return [_opening(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def _conditions(filters: Filters) -> tuple[str, list[Any]]:
    kept: list[tuple[str, Any]] = [
        ("person_id = %s", filters.person_id),
        ("actor_id = %s", filters.actor_id),
        ("position(lower(%s) in lower(actor_name)) > 0", filters.name),
        ("position(lower(%s) in lower(why)) > 0", filters.why),
        ("at >= %s", filters.since),
        ("at < %s", filters.until),
        ("actor_kind = %s", "staff" if filters.staff_only else None),
        (f"{_BY} = %s", filters.opened_by),
    ]
    used = [(words, value) for words, value in kept if value not in (None, "")]
    return ("where " + " and ".join(words for words, _ in used) if used else ""), [value for _, value in used]


def _opening(row: dict[str, Any]) -> Opening:
    return Opening(
        at=row["at"],
        mode=row["mode"],
        person_id=row["person_id"],
        actor_id=row["actor_id"],
        who=said_actor(row),
        why=said_why(row["why"]),
        purpose=row["purpose"],
        glass_id=row["glass_id"],
    )

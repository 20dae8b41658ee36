"""Who is waiting, whose clock runs out first, and what is to be done next? One question to the database for a whole page.

Only open referrals are read, through partial indexes, so the answer costs what the queue is long, not what the
population is large. The tables of people and of clocks are read here by name, because no door can sort by both at once.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.referrals.queries.board_row import BoardRow, row_of
from homeward.referrals.rules.forecast import answered_by_a_visit
from homeward.referrals.vocabulary import State

Scope = Literal["mine", "owned", "hub"]

_SCOPE: Mapping[Scope, str] = {
    "mine": "(r.owner_team = any (%(teams)s) or r.hub_team = any (%(teams)s))",
    "owned": "r.owner_team = any (%(teams)s)",
    "hub": "r.hub_team = any (%(teams)s)",
}

_FLAGS: Mapping[str, str] = {
    "information_wanted": "r.information_wanted_at is not null",
    "second_look": "r.urgency_wanted is not null",
    "escalated": "r.rungs_climbed > 0",
    "unclaimed": "r.owner_user is null",
}

_COLUMNS = """
    r.id, r.person_id, r.need_code, r.need_words, r.wants_words, r.risk_codes, r.urgency, r.urgency_wanted, r.state,
    r.owner_team, r.hub_team, r.owner_user, r.service_code, r.source, r.received_at, r.requester_name,
    r.requester_organisation, r.locality_code, r.language_code, r.interpreter_needed, r.access_needs,
    r.information_wanted_at, r.rungs_climbed, r.escalated_words, r.based_on_id, r.version, r.latest_move_at,
    r.latest_move_kind, r.latest_move_by, r.ended_at,
    n.family, n.given, p.birth_date, p.sex, p.death_at, i.value as nhs_number,
    c.code as clock_code, c.phase as clock_phase, c.due_at, c.late_from, c.paused_for, c.clocks,
    c.visit_late_from,
    (select count(*) from referrals_servicerequest part where part.based_on_id = r.id) as parts,
    (select count(*) from referrals_move m
     where m.referral_id = r.id and m.kind in ('decline', 'hand_back', 'no_capacity')) as passed_on
"""

_JOINED = """
join people_person p on p.id = r.person_id
left join people_personname n on n.person_id = p.id and n.use = 'usual' and n.valid_to is null
left join people_identifier i
       on i.person_id = p.id and i.valid_to is null and i.system = 'https://fhir.nhs.uk/Id/nhs-number'
left join lateral (
    select c.code, c.phase, c.due_at, c.late_from, c.paused_for, count(*) over () as clocks,
           min(c.late_from) filter (where c.phase = 'running' and c.code = any (%(by_visit)s)) over () as visit_late_from
    from episodes_clock c
    where c.subject_id = r.id and c.phase in ('running', 'paused')
    order by c.phase = 'paused', c.due_at nulls last, c.code
    limit 1
) c on true
"""

# What runs out first comes first, and asking for information changes nobody's place. What has no clock follows, oldest
# first.
_ORDER = "coalesce(c.due_at, 'infinity'), r.received_at, r.id"

# The whole queue is put in order by ids and clocks alone; names and the rest are fetched for the page that is shown.
_BOARD = """
with scope as materialized (
    select r.id, r.state, r.received_at from referrals_servicerequest r
    {named}
    where r.ended_at is null and {where}
), counted as (
    select coalesce(jsonb_object_agg(state, n), '{{}}') as counts
    from (select state, count(*) as n from scope group by state) by_state
), page as materialized (
    select s.id, count(*) over () as total
    from scope s, lateral (
        select min(c.due_at) filter (where c.phase = 'running') as due_at  -- a filter, lest an index of all clocks be read
        from episodes_clock c where c.subject_id = s.id
    ) due
    where %(states)s::text[] is null or s.state = any (%(states)s)
    order by coalesce(due.due_at, 'infinity'), s.received_at, s.id limit %(limit)s offset %(offset)s
), shown as (
    select page.total, {columns} from page join referrals_servicerequest r on r.id = page.id {joined} order by {order}
)
select counted.counts, shown.* from counted left join shown on true
"""


@dataclass(frozen=True, kw_only=True)
class BoardFilters:
    """What to show. Empty means all. `text` looks in names, numbers, words and referrers."""

    scope: Scope = "mine"
    teams: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    needs: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    late_only: bool = False
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Board:
    """One page of the queue. `counts` are by state over all that the other filters leave; `total` is what is shown."""

    rows: list[BoardRow]
    total: int
    page: int
    pages: int
    counts: Mapping[State, int] = field(default_factory=dict)


def board(*, by: Actor, at: datetime, filters: BoardFilters | None = None, page: int = 1, page_size: int = 50) -> Board:
    """The open referrals that the actor's teams own or placed, what runs out first at the head."""
    wanted, page = filters or BoardFilters(), max(1, page)
    where, values = _where(wanted, by, at)
    values |= {
        "states": list(wanted.states) or None,
        "limit": page_size,
        "offset": (page - 1) * page_size,
    }
    sql = _BOARD.format(
        named="join people_personname n on n.person_id = r.person_id and n.use = 'usual' and n.valid_to is null"
        if wanted.text.strip()
        else "",
        where=where,
        columns=_COLUMNS,
        joined=_JOINED,
        order=_ORDER,
    )
    with gate.worklist(by=by, at=at, what="hub board"):
        found = _asked(sql, values)
    counts: dict[State, int] = json.loads(found[0]["counts"]) if found else {}  # Django leaves raw jsonb as text
    rows = [row_of(each, at) for each in found if each["id"] is not None]
    total = found[0]["total"] if rows else sum(counts.get(state, 0) for state in wanted.states or counts)
    return Board(rows=rows, total=total, page=page, pages=max(1, -(-total // page_size)), counts=counts)


def inbox(*, by: Actor, at: datetime, page: int = 1, page_size: int = 50) -> Board:
    """What the actor's own teams own now."""
    return board(by=by, at=at, filters=BoardFilters(scope="owned"), page=page, page_size=page_size)


def board_rows(ids: Sequence[UUID], *, by: Actor, at: datetime) -> list[BoardRow]:
    """These referrals as the board shows them; those of other teams, and those that have ended, are left out."""
    sql = (
        f"select {_COLUMNS} from referrals_servicerequest r {_JOINED} "
        f"where r.id = any (%(ids)s) and {_SCOPE['mine']} order by {_ORDER}"
    )
    with gate.worklist(by=by, at=at, what="rows of the hub board"):
        return [row_of(each, at) for each in _asked(sql, {"ids": list(ids), "teams": list(by.teams)})]


def rows_inside(ids: Sequence[UUID], *, at: datetime) -> list[BoardRow]:
    """These referrals as the board shows them, as far as the gate that is open now lets them be seen."""
    sql = f"select {_COLUMNS} from referrals_servicerequest r {_JOINED} where r.id = any (%(ids)s) order by {_ORDER}"
    return [row_of(each, at) for each in _asked(sql, {"ids": list(ids)})]


def row(referral_id: UUID, *, by: Actor, at: datetime) -> BoardRow | None:
    """One referral as the board shows it; None when it is not one of the actor's teams'."""
    return next(iter(board_rows([referral_id], by=by, at=at)), None)


def _where(filters: BoardFilters, by: Actor, at: datetime) -> tuple[str, dict[str, Any]]:
    parts = [_SCOPE[filters.scope]]
    values: dict[str, Any] = {"teams": list(by.teams), "at": at}
    columns = {
        "owner_team": filters.teams,
        "hub_team": filters.hubs,
        "urgency": filters.urgencies,
        "need_code": filters.needs,
        "locality_code": filters.localities,
    }
    for column, chosen in columns.items():
        if chosen:
            parts.append(f"r.{column} = any (%({column})s)")
            values[column] = list(chosen)
    parts += [_FLAGS[flag] for flag in filters.flags if flag in _FLAGS]
    if filters.late_only:
        parts.append(
            "exists (select from episodes_clock c where c.subject_id = r.id and c.phase = 'running' and c.late_from <= %(at)s)"
        )
    if text := filters.text.strip():
        parts.append(_SAID)
        values |= {"like": f"%{_escaped(text)}%", "digits": _digits(text)}
    return " and ".join(parts), values


_SAID = """(
    concat_ws(' ', n.given, n.family, r.need_words, r.wants_words, r.requester_name, r.requester_organisation)
        ilike %(like)s
    or (%(digits)s <> '' and exists (select from people_identifier i
        where i.person_id = r.person_id and i.valid_to is null and i.value like %(digits)s || '%%'))
)"""


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_").replace("\x00", "")


def _digits(text: str) -> str:
    digits = "".join(text.split())
    return digits if digits.isascii() and digits.isdigit() and len(digits) >= 4 else ""


def _asked(sql: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {**values, "by_visit": answered_by_a_visit(directory.place().clocks.values())})
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]

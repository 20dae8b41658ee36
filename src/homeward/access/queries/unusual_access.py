"""Which openings of records deserve a question? Signs, not verdicts: each says what was seen and why it stands out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.queries.said_actor import said_actor
from homeward.access.rules.surnames import same_surname
from homeward.foundation.actions import Actor

Sign = Literal["many_records", "no_work", "own_name", "out_of_hours", "refused"]
FAMILIES = Callable[[list[UUID]], Mapping[UUID, str]]
MANY, TIMES_USUAL = 30, 3
NIGHT = ("22:00", "06:00")
_ACTOR = "actor_id, actor_name, actor_kind, organisation, role"
_STAFF = "actor_kind = 'staff' and mode = 'person' and at >= %(since)s and at < %(until)s"

_MANY = f"""
with days as (
    select {_ACTOR}, (at at time zone 'Europe/London')::date as day, count(distinct person_id) as people, max(at) as at
    from access_opening where {_STAFF} group by {_ACTOR}, day
), usual as (select role, percentile_cont(0.5) within group (order by people) as median from days group by role)
select {_ACTOR}, day, people as number, at, null::uuid as person_id
from days join usual using (role)
where people >= greatest(%(many)s, %(times)s * median) order by people desc limit 50
"""
_NO_WORK = f"""
select {_ACTOR}, person_id, count(*) as number, max(at) as at from access_opening o
where {_STAFF}
  and not exists (
      select from foundation_event e where e.person_id = o.person_id and e.organisation = o.organisation
        and e.at between o.at - interval '28 days' and o.at + interval '7 days')
  and not exists (
      select from access_relationship r where r.person_id = o.person_id and r.team_code = any (o.teams)
        and r.started_at <= o.at + interval '7 days' and (r.ended_at is null or r.ended_at >= o.at - interval '28 days'))
group by {_ACTOR}, person_id order by at desc limit 100
"""
_NIGHT = f"""
with timed as (
    select *, ((at at time zone 'Europe/London')::time >= %(night)s or (at at time zone 'Europe/London')::time < %(morning)s) as dark
    from access_opening where {_STAFF}
)
select {_ACTOR}, count(distinct person_id) filter (where dark) as number, max(at) filter (where dark) as at,
       null::uuid as person_id
from timed group by {_ACTOR}
having count(*) filter (where dark) > 0 and count(*) filter (where dark) * 5 <= count(*)
order by number desc limit 50
"""
_REFUSED = f"""
select {_ACTOR}, person_id, count(*) as number, max(at) as at from access_opening
where mode = 'refused' and at >= %(since)s and at < %(until)s group by {_ACTOR}, person_id order by at desc limit 100
"""
_PAIRS = f"select {_ACTOR}, person_id, count(*) as number, max(at) as at from access_opening where {_STAFF} group by {_ACTOR}, person_id"


@dataclass(frozen=True, kw_only=True)
class Unusual:
    """One sign: who, what was seen, when last, and about which person if it is about one."""

    sign: Sign
    who: str
    actor_id: UUID | None
    person_id: UUID | None
    number: int
    at: datetime
    words: str


def unusual_access(
    *, by: Actor, at: datetime, since: datetime | None = None, families: FAMILIES | None = None
) -> dict[Sign, list[Unusual]]:
    """Signs by kind over the last four weeks. `families` gives the family names of people, which this package cannot know."""
    values: dict[str, Any] = {
        "since": since or at - timedelta(days=28),
        "until": at,
        "many": MANY,
        "times": TIMES_USUAL,
        "night": NIGHT[0],
        "morning": NIGHT[1],
    }
    with ways.audit(by=by, at=at, why="unusual access"):
        many, no_work, night, refused = (_rows(sql, values) for sql in (_MANY, _NO_WORK, _NIGHT, _REFUSED))
        pairs = _rows(_PAIRS, values) if families else []
    named = families(sorted({row["person_id"] for row in pairs})) if families and pairs else {}
    own = [row for row in pairs if same_surname(row["actor_name"], named.get(row["person_id"], ""))]
    return {
        "own_name": [_sign("own_name", row, "The person has the same family name.") for row in own],
        "refused": [_sign("refused", row, "Tried to open the record and was refused.") for row in refused],
        "many_records": [_sign("many_records", row, f"Opened {row['number']} records in one day.") for row in many],
        "no_work": [_sign("no_work", row, "Nobody in their organisation has recorded any work with this person.") for row in no_work],
        "out_of_hours": [_sign("out_of_hours", row, f"Opened {row['number']} records between 10pm and 6am, when they rarely work.") for row in night],
    }  # fmt: skip


def _rows(sql: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _sign(sign: Sign, row: dict[str, Any], words: str) -> Unusual:
    return Unusual(
        sign=sign,
        who=said_actor(row),
        actor_id=row["actor_id"],
        person_id=row["person_id"],
        number=int(row["number"]),
        at=row["at"],
        words=words,
    )

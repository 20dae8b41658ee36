"""Which openings of records deserve a question? Signs, not verdicts: each says what was seen and why it stands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from homeward.access.gate import ways
from homeward.access.queries.near_people import PEOPLE, near_people
from homeward.access.queries.said_actor import said_actor
from homeward.foundation.actions import Actor

Sign = Literal[
    "own_record",
    "own_name",
    "same_street",
    "colleague",
    "ended",
    "refused",
    "no_work",
    "many_records",
    "many_in_an_hour",
    "out_of_hours",
]
MANY, TIMES_USUAL, MANY_IN_AN_HOUR = 30, 3, 20
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
# The team looked after the person once, no longer, and somebody of it opened the record all the same.
_ENDED = f"""
select {_ACTOR}, person_id, count(*) as number, max(at) as at from access_opening o
where {_STAFF} and glass_id is null
  and exists (
      select from access_relationship r
      where r.person_id = o.person_id and r.team_code = any (o.teams) and r.ended_at < o.at - interval '7 days')
  and not exists (
      select from access_relationship r where r.person_id = o.person_id and r.team_code = any (o.teams)
        and r.started_at <= o.at and (r.ended_at is null or r.ended_at >= o.at - interval '7 days'))
group by {_ACTOR}, person_id order by at desc limit 100
"""
_HOUR = f"""
with hours as (
    select {_ACTOR}, date_trunc('hour', at) as hour, count(distinct person_id) as people, max(at) as at
    from access_opening where {_STAFF} group by {_ACTOR}, hour
), most as (
    select distinct on (actor_id, organisation, role) * from hours where people >= %(in_an_hour)s
    order by actor_id, organisation, role, people desc
)
select {_ACTOR}, people as number, at, null::uuid as person_id from most order by people desc limit 50
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
    *, by: Actor, at: datetime, since: datetime | None = None, people: PEOPLE | None = None
) -> dict[Sign, list[Unusual]]:
    """Signs by kind over the last four weeks. `people` tells names and homes, which this package cannot know."""
    values: dict[str, Any] = {
        "since": since or at - timedelta(days=28),
        "until": at,
        "many": MANY,
        "times": TIMES_USUAL,
        "in_an_hour": MANY_IN_AN_HOUR,
        "night": NIGHT[0],
        "morning": NIGHT[1],
    }
    with ways.audit(by=by, at=at, why="unusual access"):
        many, no_work, night, refused, ended, hour = (
            _rows(sql, values) for sql in (_MANY, _NO_WORK, _NIGHT, _REFUSED, _ENDED, _HOUR)
        )
        pairs = _rows(_PAIRS, values) if people else []
    near = near_people(pairs, people) if people and pairs else {}
    return {
        "own_record": [_sign("own_record", row, "The person has the same name: it may be their own record.") for row in near.get("own_record", ())],
        "own_name": [_sign("own_name", row, "The person has the same family name.") for row in near.get("own_name", ())],
        "same_street": [_sign("same_street", row, "The person lives where they seem to live themselves.") for row in near.get("same_street", ())],
        "colleague": [_sign("colleague", row, "The person has the name of somebody they work with.") for row in near.get("colleague", ())],
        "ended": [_sign("ended", row, "Their team stopped looking after the person more than a week before.") for row in ended],
        "many_in_an_hour": [_sign("many_in_an_hour", row, f"Opened {row['number']} records within one hour.") for row in hour],
        "refused": [_sign("refused", row, "Tried to open the record and was refused.") for row in refused],
        "many_records": [_sign("many_records", row, f"Opened {row['number']} records in one day.") for row in many],
        "no_work": [_sign("no_work", row, "Nobody in their organisation has recorded any work with this person.") for row in no_work],
        "out_of_hours": [_sign("out_of_hours", row, f"Opened {_records(row)} between 10pm and 6am, when they rarely work.") for row in night],
    }  # fmt: skip


def _records(row: Mapping[str, Any]) -> str:
    return "1 record" if row["number"] == 1 else f"{row['number']} records"


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

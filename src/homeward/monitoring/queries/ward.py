"""Who is on these wards now, the most pressing first: by risk, by what is late, and by what nobody has looked at?"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.monitoring.vocabulary import KIND_WORDS, LEVEL_WORDS, STATES

# Everybody on the wards with their open alerts, gap and whether something is late; small columns only.
_STANDING = """
with alerts as materialized (
    select stay_id, json_agg(json_build_object('id', id, 'kind', kind, 'level', level, 'words', words, 'taken_by', taken_by,
               'raised_at', raised_at, 'rung', rung) order by level = 'red' desc, raised_at) as found,
           max(case when taken_at is null then (level = 'red')::int else -1 end) as unread,
           max(case when taken_at is not null then (level = 'red')::int else -1 end) as taken
    from monitoring_alert where closed_at is null group by stay_id
), standing as (
    select s.*, a.found, coalesce(a.unread, -1) as unread, coalesce(a.taken, -1) as taken,
           g.reason_title as gap_title, g.until_at as gap_until, g.refused as gap_refused, g.from_at as gap_from,
           (s.state = 'on' and g.id is null and s.next_due_at + w.grace < %(at)s) as late,
           (s.state = 'on' and s.review_due_at < %(at)s) as review_late
    from monitoring_stay s
    join unnest(%(services)s::text[], %(graces)s::interval[]) as w (service_code, grace) on w.service_code = s.service_code
    left join alerts a on a.stay_id = s.id
    left join monitoring_gap g on g.stay_id = s.id and g.ended_at is null and g.until_at > %(at)s
    where s.state <> 'ended' and (s.state <> 'visited' or a.found is not null) and (%(every)s or s.team_code = any (%(teams)s))
)
"""
# Unread before taken, red before amber, late before due, a high score before a low one, longest unlooked first.
_ROWS = """
select t.*, n.given, n.family, p.birth_date, p.interpreter_needed
from (
    select * from standing where {wanted}
    order by unread desc, taken desc, state <> 'on', late desc nulls last, review_late desc nulls last,
             coalesce(last_total, 99) desc, unseen desc, looked_at nulls first, id
    limit %(limit)s
) t
join people_person p on p.id = t.person_id
left join people_personname n on n.person_id = t.person_id and n.use = 'usual' and n.valid_to is null
order by t.unread desc, t.taken desc, t.state <> 'on', t.late desc nulls last, t.review_late desc nulls last,
         coalesce(t.last_total, 99) desc, t.unseen desc, t.looked_at nulls first, t.id
"""
_COUNTS = """
select count(*), count(*) filter (where unread >= 0), count(*) filter (where late), count(*) filter (where review_late),
       count(*) filter (where unseen > 0) from standing
"""
WANTED = {
    "": "true",
    "unread": "found is not null and unread >= 0",
    "late": "late",
    "review": "review_late",
    "unlooked": "unseen > 0",
}
MOST = 100


@dataclass(frozen=True, kw_only=True)
class AlertBrief:
    """One open alert in a line."""

    id: UUID
    kind: str
    kind_words: str
    level: str
    level_words: str
    words: str
    taken_by: str
    raised_at: datetime
    rung: int

    @property
    def unread(self) -> bool:
        return not self.taken_by


@dataclass(frozen=True, kw_only=True)
class WardRow:
    """One person on a ward. `unseen` sets came since a colleague looked; `partial`: the newest was not whole."""

    id: UUID
    person_id: UUID
    name: str
    birth_year: int | None
    ward: str
    team_code: str
    state: str
    state_words: str
    started_at: datetime
    total: int | None
    band: str
    band_level: str
    set_at: datetime | None
    due_at: datetime | None
    overdue: bool
    partial: bool
    scale: str
    review_due_at: datetime | None
    review_overdue: bool
    reviewed_by: str
    gap: str
    gap_refused: bool
    gap_from: datetime | None
    gap_until: datetime | None
    looked_at: datetime | None
    looked_by: str
    unseen: int
    interpreter_needed: bool
    kept_until: datetime | None
    alerts: Sequence[AlertBrief]


@dataclass(frozen=True, kw_only=True)
class Ward:
    """The most pressing of those asked for, and how many there are of each kind in all."""

    rows: Sequence[WardRow]
    counts: Mapping[str, int]


def ward(
    *, by: Actor, at: datetime, teams: Sequence[str] = (), show: str = "", limit: int = MOST, counted: bool = True
) -> Ward:
    """The people of these teams' wards (without `teams`: all whom the asker's teams look after), the most pressing first.

    `show` is one of WANTED; another is read as everybody. Not `counted`: the rows alone. Opens the gate.
    """
    policies = directory.place().monitoring_policies.values()
    graces = {
        code: policy.late.grace for policy in policies
        for code in (*policy.services, *(policy.at_visits.services if policy.at_visits else ()))
    }  # fmt: skip
    values: dict[str, Any] = {
        "at": at, "every": not teams, "teams": list(teams), "limit": limit, "services": list(graces),
        "graces": list(graces.values()),
    }  # fmt: skip
    with gate.worklist(by=by, at=at, what="virtual ward"), connection.cursor() as cursor:
        cursor.execute(_STANDING + _ROWS.format(wanted=WANTED.get(show, "true")), values)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        counts = {}
        if counted:
            cursor.execute(_STANDING + _COUNTS, values)
            counts = dict(zip(WANTED, cursor.fetchone(), strict=True))
    return Ward(rows=[_row(row) for row in rows], counts=counts)


def _row(row: Mapping[str, Any]) -> WardRow:
    policy = directory.version("MonitoringPolicy", row["fingerprint"])
    band = policy.band(row["last_response"]) if row["last_response"] else None
    return WardRow(
        id=row["id"], person_id=row["person_id"], name=" ".join(part for part in (row["given"], row["family"]) if part),
        birth_year=row["birth_date"].year if row["birth_date"] else None, team_code=row["team_code"],
        ward=directory.service(row["service_code"]).title, state=row["state"], state_words=STATES[row["state"]],
        started_at=row["started_at"], total=row["last_total"], band=band.title if band else "",
        band_level=(band.level or "") if band else "", set_at=row["last_set_at"], due_at=row["next_due_at"],
        overdue=bool(row["late"]),
        partial=row["partial"], scale=row["spo2_scale"], review_due_at=row["review_due_at"],
        review_overdue=bool(row["review_late"]),
        reviewed_by=row["reviewed_by"], gap=row["gap_title"] or "", gap_refused=bool(row["gap_refused"]),
        gap_from=row["gap_from"], gap_until=row["gap_until"], looked_at=row["looked_at"], looked_by=row["looked_by"],
        unseen=row["unseen"], interpreter_needed=row["interpreter_needed"], kept_until=row["kept_until"],
        alerts=[_alert(each) for each in _loaded(row["found"])],
    )  # fmt: skip


def _loaded(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(value) if isinstance(value, str) else value
    return found or []


def _alert(told: Mapping[str, Any]) -> AlertBrief:
    return AlertBrief(
        id=UUID(told["id"]), kind=told["kind"], kind_words=KIND_WORDS[told["kind"]], level=told["level"],
        level_words=LEVEL_WORDS[told["level"]], words=told["words"], taken_by=told["taken_by"],
        raised_at=datetime.fromisoformat(told["raised_at"]), rung=told["rung"],
    )  # fmt: skip

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
from homeward.monitoring.models.alert import LEVELS
from homeward.monitoring.vocabulary import KIND_WORDS, LEVEL_WORDS, STATES

_WARD = """
select s.id, s.person_id, s.referral_id, s.service_code, s.team_code, s.state, s.started_at, s.next_due_at, s.review_due_at,
       s.reviewed_at, s.reviewed_by, s.last_set_at, s.last_total, s.last_response, s.looked_at, s.looked_by,
       s.spo2_scale, s.kept_until, s.fingerprint, s.senior_name, n.given, n.family, p.birth_date, p.interpreter_needed,
       g.reason_title as gap_title, g.until_at as gap_until, g.refused as gap_refused, g.from_at as gap_from,
       coalesce(a.found, '[]') as alerts, coalesce(u.unseen, 0) as unseen, u.partial
from monitoring_stay s
join people_person p on p.id = s.person_id
left join people_personname n on n.person_id = s.person_id and n.use = 'usual' and n.valid_to is null
left join monitoring_gap g on g.stay_id = s.id and g.ended_at is null and g.until_at > %(at)s
left join lateral (
    select json_agg(json_build_object('id', id, 'kind', kind, 'level', level, 'words', words, 'taken_by', taken_by,
                    'raised_at', raised_at, 'rung', rung) order by level = 'red' desc, raised_at) as found
    from monitoring_alert a where a.stay_id = s.id and a.closed_at is null
) a on true
left join lateral (
    select count(*) filter (where o.recorded_at > s.looked_at) as unseen,
           bool_or(o.total is null) filter (where s.last_set_at is null or o.taken_at > s.last_set_at) as partial
    from monitoring_observationset o
    where o.stay_id = s.id and o.struck_at is null and o.recorded_at > least(s.looked_at, coalesce(s.last_set_at, s.looked_at))
) u on true
where s.state <> 'ended' and (%(every)s or s.team_code = any (%(teams)s) or a.found is not null)
  and (%(ids)s::uuid[] is null or s.id = any (%(ids)s::uuid[]))
order by s.started_at, s.id
limit %(limit)s
"""
MOST = 400


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

    @property
    def pressing(self) -> tuple[Any, ...]:
        """Unread before taken, red before amber, overdue before due, high before low, longest unlooked first."""
        unread = [LEVELS.index(each.level) for each in self.alerts if each.unread]
        taken = [LEVELS.index(each.level) for each in self.alerts if not each.unread]
        return (
            -max(unread, default=-1), -max(taken, default=-1), self.state != "on", not (self.overdue and not self.gap),
            not self.review_overdue, -(self.total if self.total is not None else 99), -self.unseen,
            self.looked_at or self.started_at, str(self.id),
        )  # fmt: skip


def ward(
    *, by: Actor, at: datetime, teams: Sequence[str] = (), ids: Sequence[UUID] | None = None, limit: int = MOST
) -> list[WardRow]:
    """The people of these teams' wards (without `teams`: all whom the asker's teams look after). Opens the gate."""
    values: dict[str, Any] = {
        "at": at,
        "every": not teams,
        "teams": list(teams),
        "limit": limit,
        "ids": list(ids) if ids is not None else None,
    }
    with gate.worklist(by=by, at=at, what="virtual ward"), connection.cursor() as cursor:
        cursor.execute(_WARD, values)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return sorted((_row(row, at) for row in rows), key=lambda each: each.pressing)


def _row(row: Mapping[str, Any], at: datetime) -> WardRow:
    policy = directory.version("MonitoringPolicy", row["fingerprint"])
    band = policy.band(row["last_response"]) if row["last_response"] else None
    grace = policy.late.grace
    return WardRow(
        id=row["id"], person_id=row["person_id"], name=" ".join(part for part in (row["given"], row["family"]) if part),
        birth_year=row["birth_date"].year if row["birth_date"] else None, team_code=row["team_code"],
        ward=directory.service(row["service_code"]).title, state=row["state"], state_words=STATES[row["state"]],
        started_at=row["started_at"], total=row["last_total"], band=band.title if band else "",
        band_level=(band.level or "") if band else "", set_at=row["last_set_at"], due_at=row["next_due_at"],
        overdue=row["state"] == "on" and row["next_due_at"] is not None and row["next_due_at"] + grace < at,
        partial=bool(row["partial"]), scale=row["spo2_scale"], review_due_at=row["review_due_at"],
        review_overdue=row["state"] == "on" and row["review_due_at"] is not None and row["review_due_at"] < at,
        reviewed_by=row["reviewed_by"], gap=row["gap_title"] or "", gap_refused=bool(row["gap_refused"]),
        gap_from=row["gap_from"], gap_until=row["gap_until"], looked_at=row["looked_at"], looked_by=row["looked_by"],
        unseen=row["unseen"], interpreter_needed=row["interpreter_needed"], kept_until=row["kept_until"],
        alerts=[_alert(each) for each in _loaded(row["alerts"])],
    )  # fmt: skip


def _loaded(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(value) if isinstance(value, str) else value
    return found


def _alert(told: Mapping[str, Any]) -> AlertBrief:
    return AlertBrief(
        id=UUID(told["id"]), kind=told["kind"], kind_words=KIND_WORDS[told["kind"]], level=told["level"],
        level_words=LEVEL_WORDS[told["level"]], words=told["words"], taken_by=told["taken_by"],
        raised_at=datetime.fromisoformat(told["raised_at"]), rung=told["rung"],
    )  # fmt: skip

"""Whom does this team, or this member of it, visit in this stretch of work, and who must be seen first?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.visits.queries.visit_clocks import visit_clocks
from homeward.visits.rules.stretch import Stretch, stretch_of
from homeward.visits.vocabulary import OPEN, STATES

ROUND_MOST = 200
# Open visits of the teams up to the end of the stretch, and those finished in it, with what a visitor needs at the door. Where there
# are too many, what was left open on earlier days makes room, the oldest first.
_ROUND = """
select e.id, e.person_id, e.referral_id, e.team_code, e.state, e.purpose, e.planned_at, e.due_at, e.contact_at, e.recorded_at,
       concat_ws(' ', nullif(e.changed, ''), nullif(e.notice, '')) as notice,
       e.practitioner_name, e.practitioner_user, e.way,
       n.given, n.family, p.birth_date, p.interpreter_needed, p.language_code, p.access_needs, p.restricted,
       a.lines, a.postcode, r.need_code, r.need_words, r.urgency, r.risk_codes
from visits_encounter e
join referrals_servicerequest r on r.id = e.referral_id
join people_person p on p.id = e.person_id
left join people_personname n on n.person_id = e.person_id and n.use = 'usual' and n.valid_to is null
left join people_address a on a.person_id = e.person_id and a.valid_to is null
where e.team_code = any (%(teams)s)
  and ((e.state in ('planned', 'started') and (e.planned_at is null or e.planned_at < %(ends)s))
       or (e.state in ('seen', 'not_seen', 'stopped') and e.recorded_at >= %(begins)s
           and (e.state <> 'stopped' or e.notice <> '')))
order by e.state not in ('planned', 'started'), coalesce(e.planned_at < %(begins)s, false),
         case when e.planned_at < %(begins)s then %(begins)s - e.planned_at end, e.planned_at nulls first, e.added_at
limit %(limit)s
"""
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class RoundRow:
    """One stop of a round. `clock` is what runs out first for the need; `done_at` when they were seen, else when it was
    written down that they were not, or that nobody need go.
    """

    id: UUID
    person_id: UUID
    referral_id: UUID
    team_code: str
    state: str
    state_words: str
    open: bool
    purpose: str
    name: str
    birth_year: int | None
    address: str
    need: str
    risks: tuple[str, ...]
    language: str
    interpreter_needed: bool
    access_needs: str
    planned_at: datetime | None
    contact_at: datetime | None
    done_at: datetime | None
    notice: str
    practitioner: str
    mine: bool
    clock: episodes.ClockView | None


def my_visits(
    *, by: Actor, at: datetime, teams: Sequence[str] | None = None, stretch: Stretch | None = None, limit: int = ROUND_MOST,
) -> list[RoundRow]:  # fmt: skip
    """The round of the actor's teams: open visits first, by what runs out first; then those done. Opens the gate.

    `stretch` is the actor's own where the roster is known, else the day or the night of `at`.
    """
    stretch = stretch or stretch_of(at)
    values: dict[str, list[str] | int | datetime] = {
        "teams": list(by.teams if teams is None else teams), "limit": limit, "begins": stretch.begins, "ends": stretch.ends,
    }  # fmt: skip
    with gate.worklist(by=by, at=at, what="my round"):
        with connection.cursor() as cursor:
            cursor.execute(_ROUND, values)
            names = [column.name for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        clocks = episodes.clocks_of({row["referral_id"] for row in rows}, at)
    found = [_row(row, clocks.get(row["referral_id"], []), by) for row in rows]
    return sorted(found, key=_order)


def _order(row: RoundRow) -> tuple[bool, datetime, datetime, str]:
    due = row.clock.due_at if row.clock and row.clock.live else None
    soonest = min((moment for moment in (due, row.planned_at) if moment), default=None)
    return (not row.open, soonest or LAST, row.planned_at or LAST, row.name)


def _row(row: Mapping[str, Any], clocks: list[episodes.ClockView], by: Actor) -> RoundRow:
    place = directory.place()
    need = place.needs.get(row["need_code"])
    return RoundRow(
        id=row["id"], person_id=row["person_id"], referral_id=row["referral_id"], team_code=row["team_code"],
        state=row["state"], state_words=STATES[row["state"]], open=row["state"] in OPEN,
        purpose=row["purpose"], name=" ".join(part for part in (row["given"], row["family"]) if part),
        birth_year=row["birth_date"].year if row["birth_date"] else None,
        address="" if row["restricted"] else ", ".join([*(row["lines"] or []), row["postcode"] or ""]).strip(", "),
        need=need.title if need else row["need_words"], risks=tuple(row["risk_codes"] or ()),
        language=row["language_code"], interpreter_needed=row["interpreter_needed"], access_needs=row["access_needs"],
        planned_at=row["planned_at"], contact_at=row["contact_at"],
        done_at=row["contact_at"] or row["recorded_at"], notice=row["notice"],
        practitioner=row["practitioner_name"], mine=row["practitioner_user"] == by.user_id,
        clock=episodes.most_urgent(visit_clocks(clocks)),
    )  # fmt: skip

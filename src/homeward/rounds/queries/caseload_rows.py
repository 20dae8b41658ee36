"""What is stored about a team's caseload? One statement a kind of fact, each asked by team or by the team's own people."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

MOST = 2_000
_HELD = """
select h.*, n.given, n.family, p.birth_date, p.death_at is not null as died, count(*) over () as total
from (
    select person_id, min(opened_at) as since, array_agg(distinct referral_id) as needs, array_agg(distinct service_code) as services,
        array_agg(referral_id order by opened_at, id) as care_needs, array_agg(opened_at order by opened_at, id) as care_since, array_agg(service_code order by opened_at, id) as care_services,
        array_agg(keyworker_user order by opened_at, id) as keyworkers, array_agg(keyworker_name order by opened_at, id) as keyworker_names
    from episodes_episodeofcare where team_code = %(team)s and closed_at is null group by person_id
) h
join people_person p on p.id = h.person_id
left join people_personname n on n.person_id = h.person_id and n.use = 'usual' and n.valid_to is null
order by h.since, h.person_id limit %(most)s
"""
_VISITS = """
select e.id, e.person_id, e.state, e.planned_at, e.purpose, e.notice, e.practitioner_user, e.practitioner_name, r.need_code, w.minutes, w.kept_by
from visits_encounter e
join referrals_servicerequest r on r.id = e.referral_id
left join rounds_wish w on w.encounter_id = e.id
where e.team_code = %(team)s and e.state in ('planned', 'started')
order by e.planned_at nulls last, e.id limit %(most)s
"""
_TASKS = """
select id, person_id, title, due_at, owner_user from episodes_task
where owner_team = %(team)s and done_at is null order by due_at nulls last, id limit %(most)s
"""
_OWNERS = """
select person_id, owner_user from referrals_servicerequest
where id = any (%(needs)s) and owner_team = %(team)s and owner_user is not null order by received_at, id
"""
_SEEN = """
select person_id, max(contact_at) as seen_at from visits_encounter
where person_id = any (%(people)s) and team_code = %(team)s and state = 'seen' group by person_id
"""
_LATE = """
select person_id, subject_id from episodes_clock
where subject_id = any (%(needs)s) and phase in ('running', 'paused') and late_from <= %(at)s
"""
_ALERTS = """
select person_id, level, words from monitoring_alert
where person_id = any (%(people)s) and closed_at is null order by level = 'red' desc, raised_at, id
"""
_UNREAD = """
select person_id, count(*) as unread from rounds_handover where team_code = %(team)s and read_at is null group by person_id
"""
_ON_ROUND = """
select s.encounter_id, max(u.day) as day from rounds_run u join rounds_roundstop s on s.run_id = u.id
where u.team_code = %(team)s and u.state = 'used' and s.encounter_id = any (%(visits)s) group by s.encounter_id
"""
ASKED: Mapping[str, str] = {
    "visits": _VISITS, "tasks": _TASKS, "owners": _OWNERS, "seen": _SEEN, "late": _LATE, "alerts": _ALERTS, "unread": _UNREAD,
}  # fmt: skip


def caseload_rows(team: str, at: datetime) -> dict[str, list[dict[str, Any]]]:
    """The rows by kind; `held` are the people. The gate must be open."""
    held = _ask(_HELD, team=team, most=MOST)
    values = {
        "team": team, "at": at, "most": MOST, "people": [row["person_id"] for row in held],
        "needs": [need for row in held for need in row["needs"]],
    }  # fmt: skip
    return {"held": held} | {kind: _ask(question, **values) for kind, question in ASKED.items()}


def on_rounds(team: str, visits: list[Any]) -> dict[Any, Any]:
    """The day of the round in use that each of these visits is on. The gate must be open."""
    return {row["encounter_id"]: row["day"] for row in _ask(_ON_ROUND, team=team, visits=visits)}


def _ask(question: str, **values: Any) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

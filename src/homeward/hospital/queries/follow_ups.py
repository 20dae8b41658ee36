"""About whom must somebody find out where they are, and where were those who were asked about?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.hospital.models import FollowUp
from homeward.hospital.queries.policy import policy

_DUE = """
select f.id, f.person_id, concat_ws(' ', n.given, n.family), f.due_on, s.left_at, s.actual
from hospital_followup f
join hospital_stay s on s.id = f.stay_id and s.struck_at is null
left join people_personname n on n.person_id = f.person_id and n.use = 'usual' and n.valid_to is null
where f.answered_at is null and f.team_code = any (%s) and f.due_on <= %s
order by f.due_on, f.id limit 200
"""
SOON = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class DueRow:
    """One question that is due, or will be within a week."""

    id: UUID
    person_id: UUID
    name: str
    due_on: date
    left_at: datetime
    pathway: str
    late: bool


@dataclass(frozen=True, kw_only=True)
class Answers:
    """Of those that fell due in a time: how many were answered at all, and how many of these were at home."""

    due: int
    answered: int
    known: int
    home: int


def due_follow_ups(*, by: Actor, at: datetime) -> Sequence[DueRow]:
    """What the actor's teams must find out by a week from now, what is due first at the head."""
    today = london_day(at)
    with gate.worklist(by=by, at=at, what="91-day follow-up"), connection.cursor() as cursor:
        cursor.execute(_DUE, [list(by.teams), today + SOON])
        rows = cursor.fetchall()
    return [
        DueRow(
            id=row[0],
            person_id=row[1],
            name=row[2],
            due_on=row[3],
            left_at=row[4],
            pathway=_title(row[5]),
            late=row[3] < today,
        )
        for row in rows
    ]


def answers(*, since: date, until: date, by: Actor, at: datetime) -> Answers:
    """Counts alone, over everybody whose question fell due in [since, until)."""
    kinds = {each.code: each.kind for each in policy().follow_up_answers}
    with gate.job("way-home-figures", by=by, at=at, why="91-day follow-up"):
        rows = FollowUp.objects.filter(due_on__gte=since, due_on__lt=until, stay__struck_at=None)
        told = list(rows.values_list("answer_code", flat=True))
    known = [kinds.get(code, "other") for code in told if kinds.get(code, "other") != "other"]
    return Answers(due=len(told), answered=sum(bool(code) for code in told), known=len(known), home=known.count("home"))


def follow_up_of(follow_up_id: UUID) -> FollowUp | None:
    """One question, if the open gate shows it."""
    return FollowUp.objects.filter(id=follow_up_id).first()


def _title(code: str) -> str:
    found = policy().pathway(code)
    return found.title if found else code

"""What is going on at the line: who waits for advice, who must be rung again, and what was advised lately?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.front_door.queries.declared import lines_of
from homeward.grammar.api import AdviceLine

MOST = 50
# People whom the gate does not show are joined to nothing; a call about nobody known is joined to nobody.
_ROWS = """
select c.id, c.person_id, c.line_code, c.caller_title, c.caller_name, c.caller_organisation, c.caller_phone, c.told_words,
       c.question, c.need_code, c.intended_title, c.outcome_title, c.outcome_hospital, c.answered_at, c.advised_at,
       c.ended_at, c.safety_due_at, c.waited_seconds, c.eligible, c.referral_id, c.taken_by,
       concat_ws(' ', nullif(n.given, ''), n.family) as name, p.birth_date, p.death_at is not null as died
from front_door_call c
left join people_person p on p.id = c.person_id
left join people_personname n on n.person_id = c.person_id and n.use = 'usual' and n.valid_to is null
where c.team_code = any (%(teams)s) and {which}
order by {order} limit %(most)s
"""
WAITING = ("c.advised_at is null and c.ended_at is null", "c.answered_at")
TO_RING = ("c.safety_due_at is not null", "c.safety_due_at")
LATELY = ("c.advised_at is not null or c.ended_at is not null", "c.answered_at desc")


@dataclass(frozen=True, kw_only=True)
class CallRow:
    """One call as a list shows it. `name` is empty where nobody is known; `told_words` then says whom it is about."""

    id: UUID
    person_id: UUID | None
    line_code: str
    caller_title: str
    caller_name: str
    caller_organisation: str
    caller_phone: str
    told_words: str
    question: str
    need_code: str
    intended_title: str
    outcome_title: str
    outcome_hospital: bool | None
    answered_at: datetime
    advised_at: datetime | None
    ended_at: datetime | None
    safety_due_at: datetime | None
    waited_seconds: int | None
    eligible: bool | None
    referral_id: UUID | None
    taken_by: str
    name: str
    birth_date: Any
    died: bool

    @property
    def whom(self) -> str:
        """Whom the call is about, as the list says it."""
        return self.name or self.told_words or "Somebody not known yet"


@dataclass(frozen=True, kw_only=True)
class LineBoard:
    """The lists of the actor's lines. Each holds at most 50, the most pressing first; `lately` the newest first."""

    lines: Sequence[AdviceLine]
    waiting: Sequence[CallRow]
    to_ring: Sequence[CallRow]
    lately: Sequence[CallRow]


def line_board(*, by: Actor, at: datetime) -> LineBoard:
    """The lists of the lines that the actor's teams answer. Opens the gate for the people whom those teams look after."""
    lines = lines_of(by)
    teams = [line.team for line in lines]
    with gate.worklist(by=by, at=at, what="advice line"):
        waiting, to_ring, lately = (_rows(teams, *which) for which in (WAITING, TO_RING, LATELY))
    return LineBoard(lines=lines, waiting=waiting, to_ring=to_ring, lately=lately)


def _rows(teams: list[str], which: str, order: str) -> list[CallRow]:
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(which=f"({which})", order=order), {"teams": teams, "most": MOST})
        names = [column.name for column in cursor.description or ()]
        return [CallRow(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]

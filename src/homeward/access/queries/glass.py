"""Which records were opened out of turn, why, until when, and what was judged of it?"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from homeward.access.gate import ways
from homeward.access.models import Glass
from homeward.access.queries.may import may
from homeward.access.queries.partners import objectionable
from homeward.access.queries.said_actor import said_actor
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound

PAGE = 50
_UNTIL = f"""
select max(until) from {Glass._meta.db_table} where person_id = %s and actor_id = %s and opened_at <= %s and until > %s
"""


@dataclass(frozen=True, kw_only=True)
class GlassRow:
    """One opening out of turn, said plainly. `verdict` is '', 'right' or 'not_right'; `looks` only for the audit."""

    id: UUID
    person_id: UUID
    actor_id: UUID
    who: str
    reason: str
    words: str
    objected: bool
    owners: tuple[str, ...]
    opened_at: datetime
    until: datetime
    judge_by: datetime
    verdict: str
    judged_by: str
    judged_at: datetime | None
    judged_words: str

    def late(self, at: datetime) -> bool:
        """Should it have been judged by now?"""
        return not self.verdict and at > self.judge_by


@dataclass(frozen=True, kw_only=True)
class GlassPage:
    """One page of the queue: what waits to be judged first, then the newest; `waiting` counts what waits in all."""

    rows: tuple[GlassRow, ...]
    number: int
    more: bool
    waiting: int


def glass_queue(*, by: Actor, at: datetime, waiting_only: bool = False, page: int = 1) -> GlassPage:
    """For information governance every one; for others those about people whom their teams look after."""
    with _list(by, at):
        found = Glass.objects.all()
        waiting = found.filter(verdict="").count()
        found = found.filter(verdict="") if waiting_only else found
        newest = found.order_by(F("judged_at").desc(nulls_first=True), "-opened_at", "id")
        rows = list(newest[(page - 1) * PAGE : page * PAGE + 1])
        return GlassPage(
            rows=tuple(_row(each) for each in rows[:PAGE]), number=page, more=len(rows) > PAGE, waiting=waiting
        )


def glass_one(glass_id: UUID, *, by: Actor, at: datetime) -> tuple[GlassRow, list[tuple[datetime, str]]]:
    """One of them, and what was opened through it (moment and reason). Raises NotFound."""
    with _list(by, at):
        found = Glass.objects.filter(pk=glass_id).first()
        if found is None:
            raise NotFound("There is no such opening, or it is not about your team's people.")
        with connection.cursor() as cursor:
            cursor.execute("select at, why from access_opening where glass_id = %s order by at limit 200", [glass_id])
            return _row(found), list(cursor.fetchall())


def glass_of(person_id: UUID) -> list[GlassRow]:
    """Every time this person's record was opened out of turn, newest first. Inside an open gate."""
    return [_row(each) for each in Glass.objects.filter(person_id=person_id).order_by("-opened_at")[:PAGE]]


def glass_open(person_id: UUID, *, by: Actor, at: datetime) -> UUID | None:
    """The glass this account broke for this person that still stands open. May be asked before the gate is."""
    return _asked("select gate.glass(%s, %s, %s)", [person_id, by.user_id, at])


def glass_until(person_id: UUID, *, by: Actor, at: datetime) -> datetime | None:
    """Until when the glass that this account broke keeps the record open, if it does now. Inside an open gate."""
    if by.user_id is None:
        return None
    until: datetime | None = _asked(_UNTIL, [person_id, by.user_id, at, at])
    return until


def person_of_glass(glass_id: UUID) -> UUID | None:
    """Whose record it was, so that the gate can be opened for the right person."""
    return _asked("select gate.person_of_glass(%s)", [glass_id])


def shut_by(person_id: UUID, *, by: Actor) -> str | None:
    """Why a member of staff may not open this record as things stand: 'objected', 'related' (nobody is) or not at all."""
    care, partners = objectionable(by)
    if care and _asked("select gate.objected(%s, %s, %s, %s)", [person_id, care, list(partners), list(by.teams)]):
        return "objected"
    if ways.needs_relationship(by) and not _asked("select gate.related(%s, %s)", [person_id, list(by.teams)]):
        return "related"
    return None


def _list(by: Actor, at: datetime) -> AbstractContextManager[None]:
    if may(by, "audit.view"):
        return ways.audit(by=by, at=at, why="records opened out of turn")
    return ways.worklist(by=by, at=at, what="records opened out of turn")


def _asked(sql: str, values: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def _row(each: Glass) -> GlassRow:
    here = place()
    names = {
        code: found.name
        for code in each.owner_teams
        for found in (here.teams.get(code) or here.organisations.get(code),)
        if found
    }
    actor: Mapping[str, Any] = vars(each)
    return GlassRow(
        id=each.id,
        person_id=each.person_id,
        actor_id=each.actor_id,
        who=said_actor(actor),
        reason=each.reason_title,
        words=each.words,
        objected=each.objected,
        owners=tuple(names.get(code, code) for code in each.owner_teams),
        opened_at=each.opened_at,
        until=each.until,
        judge_by=each.judge_by,
        verdict=each.verdict,
        judged_by=each.judged_by,
        judged_at=each.judged_at,
        judged_words=each.judged_words,
    )

"""Whose wait has reached the next rung of its ladder, with nobody having answered it?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.episodes.models import Clock
from homeward.episodes.queries.declared import pinned
from homeward.episodes.rules.ladder import ladder


@dataclass(frozen=True, kw_only=True)
class EscalationDue:
    """One rung to climb: write it down as an event with `clock` and `rung` among its facts and it is done."""

    subject_id: UUID
    person_id: UUID
    clock: str
    rung: int
    to_role: str
    words: str
    reached_at: datetime


def escalations_due(at: datetime, *, subject_id: UUID | None = None, limit: int = 500) -> list[EscalationDue]:
    """The rungs reached by `at`, longest overdue first; one a clock at a time. Only those of one need, when it is named.

    The caller holds the gate open, the job's or the person's.
    """
    rows = Clock.objects.filter(next_rung_at__lte=at, phase="running")
    if subject_id is not None:
        rows = rows.filter(subject_id=subject_id)
    rows = rows.order_by("next_rung_at")[:limit]
    return [_due(row, row.next_rung_at) for row in rows if row.next_rung_at is not None]


def _due(row: Clock, reached_at: datetime) -> EscalationDue:
    rung = ladder(pinned(row.fingerprint, row.calendar_fingerprint).clock)[row.rungs_climbed]
    return EscalationDue(
        subject_id=row.subject_id,
        person_id=row.person_id,
        clock=row.code,
        rung=row.rungs_climbed + 1,
        to_role=rung.to_role,
        words=rung.words,
        reached_at=reached_at,
    )

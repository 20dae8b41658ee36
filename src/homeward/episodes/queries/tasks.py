"""What is there to do, for these teams, about this need or for this person?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.episodes.models import Task
from homeward.episodes.rules.stages import form_of
from homeward.foundation.asked import Asked


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One task as a list shows it. `form`: the code of the form that it asks for, if it asks for one."""

    id: UUID
    person_id: UUID
    subject_id: UUID
    subject_kind: str
    title: str
    owner_team: str
    owner_user: UUID | None
    due_at: datetime | None
    overdue: bool
    added_at: datetime
    done_at: datetime | None
    done_by: str
    stopped_why: str
    form: str


def tasks_for(teams: Sequence[str], *, at: datetime, limit: int = 200) -> list[TaskRow]:
    """Open tasks of these teams, what is due first at the head. The caller holds the worklist's gate open."""
    rows = Task.objects.filter(owner_team__in=teams, done_at=None).order_by("due_at", "added_at")[:limit]
    return [_row(row, at) for row in rows]


def tasks_about(subject_ids: Iterable[UUID], *, at: datetime) -> list[TaskRow]:
    """All tasks about these needs, open ones first."""
    rows = Task.objects.filter(subject_id__in=list(subject_ids)).order_by("-done_at", "due_at", "added_at")
    return sorted((_row(row, at) for row in rows), key=lambda row: row.done_at is not None)


MOST = 20
_TO_DO = Asked(
    lambda person_id: Task.objects.filter(person_id=person_id, done_at=None).order_by("due_at", "added_at", "id")[:MOST]
)


def tasks_of_person(person_id: UUID, *, at: datetime) -> list[TaskRow]:
    """What is still to be done for one person by anybody, what is due first at the head, up to MOST. Inside an open gate."""
    return [_row(row, at) for row in _TO_DO(person_id)]


def _row(task: Task, at: datetime) -> TaskRow:
    return TaskRow(
        id=task.id, person_id=task.person_id, subject_id=task.subject_id, subject_kind=task.subject_kind, title=task.title, owner_team=task.owner_team,
        owner_user=task.owner_user, due_at=task.due_at, overdue=task.due_at is not None and task.due_at < at,
        added_at=task.added_at, done_at=task.done_at, done_by=task.done_by, stopped_why=task.stopped_why,
        form=form_of(task.done_on_kind),
    )  # fmt: skip

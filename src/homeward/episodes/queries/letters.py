"""What has a person, or somebody who acts for them, written to their teams, and what came of each?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.models import Task


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One message to a team. `answer` is what the team wrote back; `done_at` without one: they have dealt with it."""

    id: UUID
    person_id: UUID
    subject_id: UUID
    team_code: str
    team_name: str
    title: str
    words: str
    written_by: str
    written_at: datetime
    answer_due_at: datetime | None
    done_at: datetime | None
    done_by: str
    answer: str
    stopped_why: str


def letters(person_id: UUID, *, limit: int = 100) -> list[Letter]:
    """Newest first. Read inside an open gate."""
    rows = Task.objects.filter(person_id=person_id, asked_by__isnull=False).order_by("-added_at")[:limit]
    return [_letter(row) for row in rows]


def letter(task_id: UUID) -> Letter | None:
    """One of them, if the open gate shows it."""
    row = Task.objects.filter(id=task_id, asked_by__isnull=False).first()
    return _letter(row) if row else None


def _letter(row: Task) -> Letter:
    team = directory.place().teams.get(row.owner_team)
    return Letter(
        id=row.id, person_id=row.person_id, subject_id=row.subject_id, team_code=row.owner_team,
        team_name=team.name if team else row.owner_team, title=row.title, words=row.asked_words, written_by=row.added_by,
        written_at=row.added_at, answer_due_at=row.due_at, done_at=row.done_at, done_by=row.done_by, answer=row.answer,
        stopped_why=row.stopped_why,
    )  # fmt: skip

"""What becomes of the tasks about something that was entered in error? They stop where they stand, and say why."""

from datetime import datetime
from uuid import UUID

from homeward.episodes.models import Task
from homeward.foundation.actions import Actor


def stop_tasks_about(subject_id: UUID, *, why: str, by: Actor, at: datetime) -> int:
    """Those still open; how many. Part of the action that calls it, which makes the event."""
    return Task.objects.filter(subject_id=subject_id, done_at=None).update(done_at=at, done_by=by.name, stopped_why=why)

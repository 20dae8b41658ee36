"""How is a task done?"""

from datetime import datetime
from uuid import UUID

from homeward.episodes.models import Task
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.queries.person_of import person_of_task
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash


@action("task.done", about=person_of_task)
def finish_task(*, task_id: UUID, by: Actor, at: datetime, answer: str = "") -> Happening[UUID]:
    """Mark a task as done, with the `answer` to whoever wrote it; returns its id. If somebody else was first, says who.

    Raises NotPermitted.
    """
    task = Task.objects.select_for_update().get(id=task_id)
    require_theirs("finish this task", team=task.owner_team, subject_id=task.subject_id, by=by)
    if task.done_at is not None:
        raise Clash(
            f"{task.done_by} has already finished this.",
            who=task.done_by,
            when=task.done_at,
            next_step="Nothing is left to do.",
        )
    task.done_at, task.done_by, task.answer = at, by.name, answer.strip()
    task.save(update_fields=["done_at", "done_by", "answer"])
    return Happening(
        result=task.id, subject_kind="task", subject_id=task.id, person_id=task.person_id,
        facts={"about": str(task.subject_id), "title": task.title, "answered": bool(task.answer)}, teams=(task.owner_team,),
    )  # fmt: skip

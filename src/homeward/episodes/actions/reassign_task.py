"""How does a task change hands? From one team (and person) to another, never to nobody."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.episodes.models import Task
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.queries.person_of import person_of_task
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused


@action("task.reassign", about=person_of_task)
def reassign_task(
    *, task_id: UUID, owner_team: str, by: Actor, at: datetime, owner_user: UUID | None = None
) -> Happening[UUID]:
    """Give an open task to a team, and to one of its people if named; returns its id."""
    if owner_team not in directory.place().teams:
        raise Invalid({"owner_team": "Choose the team that will do it."})
    task = Task.objects.select_for_update().get(id=task_id)
    require_theirs("pass this task on", team=task.owner_team, subject_id=task.subject_id, by=by)
    if task.done_at is not None:
        raise Refused("This task is already done.", next_step="Add a new one if there is more to do.")
    if not relationships.with_team(task.person_id, [owner_team]):
        raise Invalid({"owner_team": "That team does not look after this person. Refer on to them first."})
    before, task.owner_team, task.owner_user = task.owner_team, owner_team, owner_user
    task.save(update_fields=["owner_team", "owner_user"])
    return Happening(
        result=task.id, subject_kind="task", subject_id=task.id, person_id=task.person_id,
        facts={"about": str(task.subject_id), "from": before, "to": owner_team, "to_user": str(owner_user) if owner_user else None}, teams=(before, owner_team),
    )  # fmt: skip

"""How does something to do get onto a team's list?"""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.models import Task
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id


@action("task.add", about=lambda asked: asked["person_id"])
def add_task(
    *,
    person_id: UUID,
    subject_id: UUID,
    title: str,
    owner_team: str,
    by: Actor,
    at: datetime,
    owner_user: UUID | None = None,
    due_at: datetime | None = None,
    episode_id: UUID | None = None,
    done_on_kind: str = "",
) -> Happening[UUID]:
    """Add a task for a team; returns its id. `done_on_kind`: the kind of event about this need that finishes it by itself."""
    errors = {}
    if not title.strip():
        errors["title"] = "Say what has to be done."
    if owner_team not in directory.place().teams:
        errors["owner_team"] = "Choose the team that will do it."
    if errors:
        raise Invalid(errors)
    task = Task.objects.create(
        id=new_id(), person_id=person_id, subject_id=subject_id, episode_id=episode_id, title=title.strip(),
        owner_team=owner_team, owner_user=owner_user, due_at=due_at, done_on_kind=done_on_kind, added_at=at,
        added_by=by.name,
    )  # fmt: skip
    return Happening(
        result=task.id, subject_kind="task", subject_id=task.id, person_id=person_id,
        facts={"about": str(subject_id), "title": task.title, "team": owner_team}, teams=(owner_team,),
    )  # fmt: skip

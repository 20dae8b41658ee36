"""How does something to do get onto a team's list?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.queries.minders import require_theirs
from homeward.episodes.vocabulary import SubjectKind
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id


@action("task.add", about=lambda asked: asked["person_id"])
def add_task(
    *,
    person_id: UUID,
    subject_id: UUID,
    subject_kind: SubjectKind,
    title: str,
    owner_team: str,
    by: Actor,
    at: datetime,
    owner_user: UUID | None = None,
    due_at: datetime | None = None,
    episode_id: UUID | None = None,
    done_on_kind: str = "",
) -> Happening[UUID]:
    """Add a task for a team; returns its id. `done_on_kind`: the kind of event about its subject that finishes it by itself."""
    errors = {}
    if not title.strip():
        errors["title"] = "Say what has to be done."
    if owner_team not in directory.place().teams:
        errors["owner_team"] = "Choose the team that will do it."
    elif by.kind != "system" and not relationships.with_team(person_id, [owner_team]):
        errors["owner_team"] = "That team does not look after this person. Refer on to them first."
    if errors:
        raise Invalid(errors)
    giver = EpisodeOfCare.objects.get(id=episode_id).team_code if episode_id else owner_team
    require_theirs("add a task here", team=giver, subject_id=subject_id, by=by)
    task = Task.objects.create(
        id=new_id(), person_id=person_id, subject_id=subject_id, subject_kind=subject_kind, episode_id=episode_id,
        title=title.strip(),
        owner_team=owner_team, owner_user=owner_user, due_at=due_at, done_on_kind=done_on_kind, added_at=at,
        added_by=by.name,
    )  # fmt: skip
    return Happening(
        result=task.id, subject_kind="task", subject_id=task.id, person_id=person_id,
        facts={"about": str(subject_id), "title": task.title, "team": owner_team}, teams=(owner_team,),
    )  # fmt: skip

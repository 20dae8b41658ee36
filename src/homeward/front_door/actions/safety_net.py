"""How does a ring back stand on the team's list of things to do? As one task of somebody known, replaced when it moves."""

from datetime import datetime

from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor
from homeward.front_door.models import Call


def hold_net(call: Call, title: str, *, by: Actor, at: datetime) -> None:
    """A task due when the call's safety net is, and no other; none when the net is closed or nobody is known. Inside an action."""
    if call.person_id is None:
        return
    for task in episodes.tasks_about([call.id], at=at):
        if task.done_at is None:
            episodes.finish_task(task_id=task.id, by=by, at=at)
    if call.safety_due_at is not None:
        episodes.add_task(
            person_id=call.person_id, subject_id=call.id, subject_kind="call", title=title, owner_team=call.team_code, due_at=call.safety_due_at,
            by=by, at=at,
        )  # fmt: skip

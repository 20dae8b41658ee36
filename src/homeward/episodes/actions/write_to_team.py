"""How does a person, or somebody who acts for them, write to a team that looks after them? It is a task with an owner from the start."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.episodes.models import Task
from homeward.episodes.vocabulary import ANSWER_WITHIN, LONGEST_MESSAGE
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted


@action("message.to_team", about=lambda asked: asked["person_id"])
def write_to_team(
    *, task_id: UUID, person_id: UUID, subject_id: UUID, team: str, title: str, words: str, by: Actor, at: datetime
) -> Happening[UUID]:
    """Put `words` on the team's list under `title`, about the need `subject_id`; returns the task's id.

    `task_id` is made with the form, so that a letter sent twice is one. It changes nothing by itself: the team does.
    Raises Invalid, and NotPermitted for anybody but a citizen.
    """
    if by.kind != "citizen":
        raise NotPermitted(
            "Only the person, or somebody who acts for them, writes here.", next_step="Add a task instead."
        )
    errors = {}
    if not words.strip():
        errors["words"] = "Write your message first."
    elif len(words) > LONGEST_MESSAGE:
        errors["words"] = f"Write no more than {LONGEST_MESSAGE:,} letters."
    if team not in directory.place().teams or not relationships.with_team(person_id, [team]):
        errors["team"] = "Choose one of your teams."
    if errors:
        raise Invalid(errors)
    task, _ = Task.objects.get_or_create(
        id=task_id,
        defaults={
            "person_id": person_id, "subject_id": subject_id, "subject_kind": "referral", "title": title, "asked_words": words.strip(),
            "asked_by": by.user_id, "owner_team": team, "due_at": at + ANSWER_WITHIN, "added_at": at, "added_by": by.name,
        },
    )  # fmt: skip
    return Happening(
        result=task.id, subject_kind="task", subject_id=task.id, person_id=person_id,
        facts={"about": str(subject_id), "title": title, "team": team}, teams=(team,),
    )  # fmt: skip

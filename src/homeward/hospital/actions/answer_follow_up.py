"""How is it answered where somebody is, 91 days after leaving hospital?"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import api as access
from homeward.access.api import relationships
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.hospital.models import FollowUp
from homeward.hospital.queries.person_of import person_of_follow_up
from homeward.hospital.queries.policy import policy

JOB = "way-home"


def answer_follow_up(*, follow_up_id: UUID, answer: str, by: Actor, at: datetime, words: str = "") -> UUID:
    """Write down where they are; returns the person's id. The team's task is done with it. Raises Invalid, Clash, NotPermitted."""
    with transaction.atomic():
        row = _answer(follow_up_id=follow_up_id, answer=answer, words=words, by=by, at=at)
        house = access.system(JOB)
        with access.gate.person(row.person_id, by=house, at=at, why="closing a follow-up"):
            for task in episodes.tasks_about([row.id], at=at):
                if task.done_at is None:
                    episodes.finish_task(task_id=task.id, by=house, at=at)
            if row.stay_id:
                relationships.end(row.stay_id, at=at)
    return row.person_id


@action("follow_up.answer", about=person_of_follow_up)
def _answer(*, follow_up_id: UUID, answer: str, words: str, by: Actor, at: datetime) -> Happening[FollowUp]:
    row = FollowUp.objects.select_for_update().get(id=follow_up_id)
    if by.kind == "staff" and row.team_code not in by.teams:
        raise NotPermitted("Another team answers this.", next_step="Ring them if you know where the person is.")
    if row.answered_at is not None:
        raise Clash(f"{row.answered_by} has already answered this.", who=row.answered_by, when=row.answered_at)
    found = next((each for each in policy().follow_up_answers if each.code == answer), None)
    if found is None:
        raise Invalid({"answer": "Choose where they are."})
    row.answer_code, row.words, row.answered_at, row.answered_by = found.code, words.strip(), at, by.name
    row.save()
    facts = {"answer": found.code, "kind": found.kind, "due_on": row.due_on.isoformat(), "stay": str(row.stay_id)}
    return Happening(
        result=row,
        subject_kind="follow_up",
        subject_id=row.id,
        person_id=row.person_id,
        facts=facts,
        teams=(row.team_code,),
    )

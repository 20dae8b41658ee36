"""How does a thing to do on the way home get its one owner? A team in any organisation, which may open the record from then on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import api as access
from homeward.access.api import relationships
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.grammar.api import StepDone
from homeward.hospital.actions.held import held
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.vocabulary import JOB


def add_step(*, stay_id: UUID, title: str, owner_team: str, due_at: datetime | None, by: Actor, at: datetime) -> UUID:
    """Add a task on the way home for one team; returns the task's id. Raises Invalid."""
    with transaction.atomic():
        person_id = _step(stay_id=stay_id, title=title, owner_team=owner_team, due_at=due_at, by=by, at=at)
        return episodes.add_task(
            person_id=person_id,
            subject_id=stay_id,
            subject_kind="stay",
            title=title.strip(),
            owner_team=owner_team,
            due_at=due_at,
            by=by,
            at=at,
        )


def done_by_itself(stay_id: UUID, what: StepDone, *, at: datetime) -> None:
    """What a step asked for has come about: nobody has to press that it is done, and it is not late any more."""
    meant = {step.title for way in policy().pathways for step in way.steps if step.done_when == what}
    for task in episodes.tasks_about([stay_id], at=at):
        if task.done_at is None and task.title in meant:
            episodes.finish_task(task_id=task.id, by=access.system(JOB), at=at)


@action("stay.step", about=person_of_stay)
def _step(
    *, stay_id: UUID, title: str, owner_team: str, due_at: datetime | None, by: Actor, at: datetime
) -> Happening[UUID]:
    stay = held(stay_id, "add a step to their way home", by=by, over=True)
    errors = {}
    if not title.strip():
        errors["title"] = "Say what has to be done."
    if owner_team not in directory.place().teams:
        errors["owner_team"] = "Choose the one team that will do it."
    if due_at is not None and due_at <= at:
        errors["due_at"] = "The time it must be done by has to be ahead."
    if errors:
        raise Invalid(errors)
    relationships.grant(stay.person_id, owner_team, kind="stay", source_id=stay.id, at=at)
    return Happening(
        result=stay.person_id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id,
        facts={"title": title.strip(), "team": owner_team}, teams=tuple(dict.fromkeys((stay.flow_team, stay.hub_team, owner_team))),
    )  # fmt: skip


@action("stay.step_changed", about=person_of_stay)
def step_changed(*, stay_id: UUID, what: str, by: Actor, at: datetime) -> Happening[None]:
    """A task of the stay was done or went to another team, wherever that was pressed: the boards must show it."""
    stay = held(stay_id, "follow its steps", by=by, over=True)
    if what == "task.done":
        stay.version += 1
        stay.save(update_fields=["version"])
    return Happening(
        result=None, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts={"what": what},
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip

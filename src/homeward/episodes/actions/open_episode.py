"""How does an episode of care begin? When a need is accepted: at the service's first stage, with its first tasks."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes.actions.form_tasks import form_tasks
from homeward.episodes.models import EpisodeOfCare, StageChange, Task
from homeward.episodes.rules.stages import forms_due
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.grammar.api import Service

CONTACT = "visit.record_contact"


@action("episode.open", about=lambda asked: asked["person_id"])
def open_episode(
    *,
    person_id: UUID,
    referral_id: UUID,
    service_code: str,
    team_code: str,
    by: Actor,
    at: datetime,
    due_at: datetime | None = None,
    clocks: tuple[str, ...] = (),
) -> Happening[UUID]:
    """Open an episode for a referral with a service's team; returns its id. A second one while the first is open is refused.

    `due_at` is when the first visit is due; `clocks` are those of the service that apply from now on.
    """
    service = directory.service(service_code)
    if EpisodeOfCare.objects.filter(referral_id=referral_id, service_code=service_code, closed_at=None).exists():
        raise Refused(
            f"{service.title} is already looking after this need.", next_step="Open the need to see where it stands."
        )
    episode = EpisodeOfCare.objects.create(
        id=new_id(), person_id=person_id, referral_id=referral_id, service_code=service_code, team_code=team_code,
        fingerprint=directory.fingerprint_of("Service", service_code), stage=service.first_stage, opened_at=at,
    )  # fmt: skip
    StageChange.objects.create(
        episode=episode, person_id=person_id, from_stage=None, to_stage=service.first_stage, at=at, actor_name=by.name
    )
    tasks = Task.objects.bulk_create(_first_tasks(episode, service, due_at, by, at))
    return Happening(
        result=episode.id,
        subject_kind="episode",
        subject_id=episode.id,
        person_id=person_id,
        facts={
            "referral_id": str(referral_id),
            "service": service_code,
            "team": team_code,
            "stage": service.first_stage,
            "clocks": list(clocks),
            "tasks": [str(task.id) for task in tasks],
        },
        teams=(team_code,),
    )


def _first_tasks(
    episode: EpisodeOfCare, service: Service, due_at: datetime | None, by: Actor, at: datetime
) -> list[Task]:
    first = Task(
        id=new_id(), person_id=episode.person_id, subject_id=episode.referral_id, subject_kind="referral", episode=episode,
        title=service.first_contact.task, owner_team=episode.team_code, due_at=due_at, done_on_kind=CONTACT, added_at=at,
        added_by=by.name,
    )  # fmt: skip
    return [first, *form_tasks(episode, forms_due(service, service.first_stage), by_name=by.name, at=at)]

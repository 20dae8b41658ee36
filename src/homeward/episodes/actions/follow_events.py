"""What do episodes and tasks do by themselves when something happens? Declared moves, tasks that an event finishes, a death."""

from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.episodes.actions.keep_clocks import subject_of
from homeward.episodes.actions.move_stage import move_stage
from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.rules.marks import Told
from homeward.episodes.rules.stages import moves_taken_by
from homeward.foundation.events import EventRow

DIED = "person.die"
RECEIVED = "referral.receive"  # nothing can wait for it yet


def follow(event: EventRow) -> None:
    """Carry out what the event brings with it, inside its transaction."""
    if event.person_id is None or event.kind == RECEIVED or event.kind.startswith("episode."):
        return
    if event.kind == DIED:
        _stop_tasks(event.person_id, event)
        return
    if event.subject_kind == "person":
        return
    subject = subject_of(event)
    finished = [event.kind, *(f"questionnaire:{form}" for form in event.facts.get("forms", ()))]
    Task.objects.filter(subject_id=subject, done_on_kind__in=finished, done_at=None).update(
        done_at=event.at, done_by=event.actor_name
    )
    told = Told(id=event.id, kind=event.kind, at=event.at, facts=event.facts)
    for episode in EpisodeOfCare.objects.filter(referral_id=subject, closed_at=None):
        service = directory.service_version(episode.fingerprint)
        move = moves_taken_by(service, episode.stage, told)
        if move is not None and move.to not in service.final_stages:
            move_stage(episode_id=episode.id, to=move.to, by=access.system("cascade"), at=event.at)


def _stop_tasks(person_id: UUID, event: EventRow) -> None:
    Task.objects.filter(person_id=person_id, done_at=None).update(
        done_at=event.at, done_by=event.actor_name, stopped_why="The person has died."
    )

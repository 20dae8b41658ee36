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
UNDO = "referral.undo"
ENDS = {
    "referral.close": "The need was closed.",
    "referral.revoke": "The need was withdrawn.",
    "referral.advise": "The need ended with advice.",
}


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
    if event.kind.startswith("referral."):
        _follow_the_need(subject, event)
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


def _follow_the_need(subject: UUID, event: EventRow) -> None:
    """Tasks of the need itself (no episode's) end with it, come back when that is undone, and go where its owner goes."""
    facts, tasks = event.facts, Task.objects.filter(subject_id=subject, episode=None)
    if event.kind in ENDS and facts.get("closes", True):
        tasks.filter(done_at=None).update(done_at=event.at, done_by=event.actor_name, stopped_why=ENDS[event.kind])
    elif event.kind == UNDO:
        stopped = ENDS.get(f"referral.{facts.get('undone')}")
        tasks.filter(stopped_why=stopped).update(done_at=None, done_by="", stopped_why="")
    standing = facts.get("standing")
    if standing:
        holders = (standing["owner_team"], standing["hub_team"])
        left = tasks.filter(done_at=None).exclude(owner_team__in=holders)
        left.update(owner_team=standing["hub_team"], owner_user=None)


def _stop_tasks(person_id: UUID, event: EventRow) -> None:
    Task.objects.filter(person_id=person_id, done_at=None).update(
        done_at=event.at, done_by=event.actor_name, stopped_why="The person has died."
    )

"""What do episodes and tasks do by themselves when something happens? Declared moves, tasks that an event finishes, a death."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.episodes.actions.form_tasks import form_tasks, new_to
from homeward.episodes.actions.keep_clocks import subject_of
from homeward.episodes.actions.move_stage import move_stage
from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.rules.marks import Told
from homeward.episodes.rules.stages import done_on, moves_taken_by
from homeward.foundation.actions import all_or_nothing
from homeward.foundation.events import EventRow
from homeward.grammar.api import Service

DIED = "person.die"
FORM_FINISHED = "plan.answer"  # on the person's own page, for whatever need
RECEIVED = "referral.receive"  # nothing can wait for it yet
UNDO = "referral.undo"
ENDS = {
    "referral.close": "The need was closed.",
    "referral.revoke": "The need was withdrawn.",
    "referral.advise": "The need ended with advice.",
}
_OPEN_UNDER = """
select 'task', episode_id, done_on_kind, owner_team from episodes_task where subject_id = %s and done_at is null
union all
select 'episode', id, fingerprint, stage from episodes_episodeofcare where referral_id = %s and closed_at is null
"""


class _Waiting(NamedTuple):
    """A task that is not done."""

    episode_id: UUID | None
    done_on_kind: str
    owner_team: str


class _Episode(NamedTuple):
    """An episode that is not closed."""

    id: UUID
    fingerprint: str
    stage: str


def follow(event: EventRow) -> None:
    """Carry out what the event brings with it, inside its transaction."""
    if event.person_id is None or event.kind == RECEIVED or event.kind.startswith("episode."):
        return
    if event.kind == DIED:
        _stop_tasks(event.person_id, event)
        return
    if event.kind == FORM_FINISHED:
        _form_finished(event.person_id, event.facts.get("form", ""), event)
        return
    if event.subject_kind == "person":
        return
    subject = subject_of(event)
    if event.kind.startswith("referral."):
        _end_or_bring_back(subject, event)
    waiting, episodes = _open_under(subject)
    _go_to_the_hub(subject, event, waiting)
    finished = [event.kind, *(done_on(form) for form in event.facts.get("forms", ()))]
    if any(task.done_on_kind in finished for task in waiting):
        _finish(Task.objects.filter(subject_id=subject), finished, event)
    told = Told(id=event.id, kind=event.kind, at=event.at, facts=event.facts)
    for episode in episodes:
        service = directory.service_version(episode.fingerprint)
        _filled_in_early(episode, service, event.facts.get("forms", ()), event, waiting)
        move = moves_taken_by(service, episode.stage, told)
        if move is not None and move.to not in service.final_stages:
            with all_or_nothing():
                move_stage(episode_id=episode.id, to=move.to, by=access.system("cascade"), at=event.at)


def _finish(tasks: QuerySet[Task], finished: Sequence[str], event: EventRow) -> None:
    tasks.filter(done_on_kind__in=finished, done_at=None).update(done_at=event.at, done_by=event.actor_name)


def _form_finished(person_id: UUID, form: str, event: EventRow) -> None:
    """It stands for every need of theirs that asks for it, now or at a later step."""
    _finish(Task.objects.filter(person_id=person_id), [done_on(form)], event)
    for row in EpisodeOfCare.objects.filter(person_id=person_id, closed_at=None):
        _keep_as_done(row, directory.service_version(row.fingerprint), [form], event)


def _filled_in_early(
    episode: _Episode, service: Service, forms: Sequence[str], event: EventRow, waiting: Sequence[_Waiting]
) -> None:
    waited_for = {task.done_on_kind for task in waiting if task.episode_id == episode.id}
    early = [form for form in forms if done_on(form) not in waited_for]
    if early:
        _keep_as_done(EpisodeOfCare.objects.get(id=episode.id), service, early, event)


def _keep_as_done(row: EpisodeOfCare, service: Service, forms: Sequence[str], event: EventRow) -> None:
    """A form that a later step asks for, filled in already, is kept as done, so that nobody is asked for it again."""
    later = {code for move in service.moves for code in move.asks}
    tasks = form_tasks(row, new_to(row, [form for form in forms if form in later]), by_name=event.actor_name, at=event.at)
    for task in tasks:
        task.done_at, task.done_by = event.at, event.actor_name
    Task.objects.bulk_create(tasks)


def _end_or_bring_back(subject: UUID, event: EventRow) -> None:
    """Tasks of the need itself (no episode's) end with it, and come back when that is undone."""
    facts, tasks = event.facts, Task.objects.filter(subject_id=subject, episode=None)
    if event.kind in ENDS and facts.get("closes", True):
        tasks.filter(done_at=None).update(done_at=event.at, done_by=event.actor_name, stopped_why=ENDS[event.kind])
    elif event.kind == UNDO:
        stopped = ENDS.get(f"referral.{facts.get('undone')}")
        tasks.filter(stopped_why=stopped).update(done_at=None, done_by="", stopped_why="")


def _go_to_the_hub(subject: UUID, event: EventRow, waiting: Sequence[_Waiting]) -> None:
    """Tasks of the need itself go where its owner goes: whoever no longer holds it leaves theirs to the hub."""
    standing = event.facts.get("standing") if event.kind.startswith("referral.") else None
    if not standing:
        return
    holders = (standing["owner_team"], standing["hub_team"])
    if any(task.episode_id is None and task.owner_team not in holders for task in waiting):
        tasks = Task.objects.filter(subject_id=subject, episode=None, done_at=None)
        tasks.exclude(owner_team__in=holders).update(owner_team=standing["hub_team"], owner_user=None)


def _open_under(subject: UUID) -> tuple[list[_Waiting], list[_Episode]]:
    with connection.cursor() as cursor:
        cursor.execute(_OPEN_UNDER, [subject, subject])
        rows = cursor.fetchall()
    waiting = [_Waiting(*row) for kind, *row in rows if kind == "task"]
    return waiting, [_Episode(*row) for kind, *row in rows if kind == "episode"]


def _stop_tasks(person_id: UUID, event: EventRow) -> None:
    Task.objects.filter(person_id=person_id, done_at=None).update(
        done_at=event.at, done_by=event.actor_name, stopped_why="The person has died."
    )

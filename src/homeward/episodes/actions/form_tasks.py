"""Which forms are to be filled in for an episode, as tasks of its team: when they fall due, and each once."""

from collections.abc import Iterable
from datetime import datetime

from homeward.directory import api as directory
from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.rules.stages import done_on
from homeward.foundation.ids import new_id


def form_tasks(episode: EpisodeOfCare, forms: Iterable[str], *, by_name: str, at: datetime) -> list[Task]:
    """A task for each form, not yet kept."""
    titles = directory.place().questionnaires
    return [
        Task(
            id=new_id(), person_id=episode.person_id, subject_id=episode.referral_id, subject_kind="referral", episode=episode,
            title=f"Fill in: {titles[form].title}", owner_team=episode.team_code, done_on_kind=done_on(form), added_at=at,
            added_by=by_name,
        )
        for form in forms
        if form in titles
    ]  # fmt: skip


def ask_for_forms(episode: EpisodeOfCare, forms: Iterable[str], *, by_name: str, at: datetime) -> None:
    """Keep a task for each form that this episode has none for yet, done or not."""
    wanted = new_to(episode, forms)
    if wanted:
        Task.objects.bulk_create(form_tasks(episode, wanted, by_name=by_name, at=at))


def new_to(episode: EpisodeOfCare, forms: Iterable[str]) -> list[str]:
    """Those of the forms that this episode has no task for, done or not."""
    wanted = list(forms)
    if not wanted:
        return []
    had = Task.objects.filter(episode=episode, done_on_kind__in=[done_on(form) for form in wanted])
    kinds = set(had.values_list("done_on_kind", flat=True))
    return [form for form in wanted if done_on(form) not in kinds]

"""Which forms has nobody filled in yet, when an episode of care is about to end?"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.access.api import may_see
from homeward.directory import api as directory
from homeward.episodes.models import EpisodeOfCare, Task
from homeward.episodes.rules.stages import done_on, forms_at_the_end
from homeward.foundation.actions import Actor


@dataclass(frozen=True, kw_only=True)
class FormLeft:
    """A form that the care asked for and does not have."""

    code: str
    title: str


def forms_left(episode_id: UUID, *, by: Actor) -> Sequence[FormLeft]:
    """What its steps asked for so far and what its end asks for; a sensitive form only to those who may see it.

    Inside an open gate. Nothing is left of care that has ended.
    """
    row = EpisodeOfCare.objects.get(id=episode_id)
    if row.closed_at is not None:
        return ()
    asked = Task.objects.filter(episode=row, done_on_kind__startswith=done_on("")).order_by("added_at", "id")
    done = {kind: done_at is not None for kind, done_at in asked.values_list("done_on_kind", "done_at")}
    codes = [kind.removeprefix(done_on("")) for kind in done]
    at_the_end = forms_at_the_end(directory.service_version(row.fingerprint), row.stage)
    forms = directory.place().questionnaires
    return [
        FormLeft(code=code, title=forms[code].title)
        for code in dict.fromkeys([*codes, *at_the_end])
        if not done.get(done_on(code)) and code in forms and may_see(by, forms[code].sensitivity or "")
    ]

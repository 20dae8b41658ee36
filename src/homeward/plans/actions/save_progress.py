"""How is a form kept while it is being filled in? Each save adds what changed; two people's changes are never lost in each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.grammar.api import Questionnaire, fingerprint
from homeward.plans.actions.keep_entries import keep_entries
from homeward.plans.models import QuestionnaireResponse
from homeward.plans.queries.drafts import kept_at_version
from homeward.plans.queries.forms import form_called, sees
from homeward.plans.queries.person_of import about_person
from homeward.plans.rules.typed import Clashing, Typed, together


@dataclass(frozen=True, kw_only=True)
class Saved:
    """The form as it stands after a save. What clashes was not written."""

    response_id: UUID
    version: int
    clashes: tuple[Clashing, ...]


@action("plan.save", about=about_person)
def save_progress(
    *, person_id: UUID, code: str, seen: int, answers: Mapping[str, Typed], by: Actor, at: datetime
) -> Happening[Saved]:
    """Keep what this page changed since `seen`, the version it was drawn from; `answers` are by link id."""
    form = form_called(code, by=by)
    response = _draft(form, person_id, by=by, at=at)
    mine = {link: typed for link, typed in answers.items() if link in _typable(form, by)}
    found = together(
        seen=kept_at_version(response.id, seen), now=kept_at_version(response.id), mine=mine
    )  # fmt: skip
    if found.changed:
        response.version += 1
        response.save(update_fields=["version"])
        keep_entries(response, found.changed, by=by, at=at)
    return Happening(
        result=Saved(response_id=response.id, version=response.version, clashes=found.clashes),
        subject_kind="form", subject_id=response.id, person_id=person_id,
        facts={"form": code, "changed": sorted(found.changed), "clashes": len(found.clashes)},
    )  # fmt: skip


def _draft(form: Questionnaire, person_id: UUID, *, by: Actor, at: datetime) -> QuestionnaireResponse:
    """The draft, locked; begun now when there is none. Two who begin at once share one."""
    one_at_a_time(f"response {form.code}", person_id)
    found = (
        QuestionnaireResponse.objects.select_for_update()
        .filter(person_id=person_id, questionnaire_code=form.code, state="begun")
        .order_by("-begun_at")
        .first()
    )
    return found or QuestionnaireResponse.objects.create(
        id=new_id(), person_id=person_id, questionnaire_code=form.code, fingerprint=fingerprint(form), state="begun",
        assessment=form.assessment or "", sensitivity=form.sensitivity or "", begun_at=at, begun_by=by.name,
    )  # fmt: skip


def _typable(form: Questionnaire, by: Actor) -> frozenset[str]:
    return frozenset(item.link_id for item in form.questions if sees(item, by=by))

"""How does a form become finished? Whole or not at all: its answers are facts, with who said each and when."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.grammar.api import Questionnaire
from homeward.plans.actions.keep_entries import keep_entries
from homeward.plans.models import QuestionnaireResponse
from homeward.plans.queries.drafts import kept_at_version
from homeward.plans.queries.form_view import counted, prefilled
from homeward.plans.queries.forms import form_called, sees
from homeward.plans.queries.person_of import about_response
from homeward.plans.queries.where import where
from homeward.plans.rules.computed import computed
from homeward.plans.rules.typed import Kept, Typed
from homeward.visits import api as visits


@action("plan.answer", about=about_response)
def finish(*, response_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """Finish the form that was begun. Raises Invalid with a sentence for each question at fault, by link id."""
    response = _held(response_id)
    form = form_called(response.questionnaire_code, by=by)
    kept = kept_at_version(response.id)
    facts = prefilled(form, response.person_id, by=by, at=at)
    answers = counted(facts, kept)
    _check(form, answers, by=by)
    told = _told(form, answers, kept, by=by, at=at)
    _carry(response, form, answers, kept, facts, by=by, at=at)
    visits.keep_told(
        person_id=response.person_id, response_id=response.id, form_code=form.code, told=told, where=where(by)
    )  # fmt: skip
    response.state, response.finished_at, response.finished_by = "finished", at, by.name
    response.finished_user, response.role, response.organisation = by.user_id, by.role, by.organisation
    response.place_words = where(by)
    response.valid_until = at + form.valid_for if form.valid_for else None
    response.save()
    return Happening(
        result=response.id, subject_kind="form", subject_id=response.id, person_id=response.person_id,
        facts={
            "form": form.code, "assessment": response.assessment, "answers": len(told),
            "concepts": sorted({each.given.concept for each in told if each.given.concept}),
            "confirmed": sum(each.confirms is not None for each in told),
        },
    )  # fmt: skip


def _held(response_id: UUID) -> QuestionnaireResponse:
    response = QuestionnaireResponse.objects.select_for_update().get(id=response_id)
    if response.state != "begun":
        raise Clash(
            f"{response.finished_by or 'Somebody'} has already finished this form.",
            who=response.finished_by, when=response.finished_at or response.begun_at,
            next_step="Open it from the person's list of forms.",
        )  # fmt: skip
    return response


def _check(form: Questionnaire, answers: Mapping[str, visits.Value], *, by: Actor) -> None:
    """What the actor may not see is not asked of them."""
    hidden = {item.link_id for item in form.items if not sees(item, by=by)}
    found = {link: words for link, words in visits.faults(form, answers).items() if link not in hidden}
    if found:
        raise Invalid(found)


def _carry(
    response: QuestionnaireResponse, form: Questionnaire, answers: Mapping[str, visits.Value], kept: Mapping[str, Kept],
    facts: Mapping[str, visits.Fact], *, by: Actor, at: datetime,
) -> None:  # fmt: skip
    """What was known and fresh and nobody touched belongs to the finished form as the fact that it was."""
    asked = {item.link_id for item in visits.asked(form, answers)}
    carried = {link: fact for link, fact in facts.items() if link in asked - set(kept) and not fact.stale}
    if carried:
        response.version += 1
        keep_entries(
            response, {link: Typed(value=fact.value, still=fact.id) for link, fact in carried.items()}, by=by, at=at
        )


def _told(
    form: Questionnaire, answers: Mapping[str, visits.Value], kept: Mapping[str, Kept], *, by: Actor, at: datetime
) -> list[visits.Told]:
    """One row for each thing that was said here: typed, found still right, or worked out."""
    found = []
    for given in visits.given(form, answers, at=at):
        said = kept.get(given.link_id)
        if said is not None:
            good = visits.given(form, {**answers, given.link_id: given.value}, at=said.at)
            dated = next(each for each in good if each.link_id == given.link_id)
            found.append(visits.Told(given=dated, at=said.at, by_name=said.by_name, confirms=said.typed.still))
    items = {item.link_id: item for item in form.items}
    for link, scored in computed(form, answers).items():
        if scored.total is not None:
            item = items[link]
            until = at + item.shelf_life if item.shelf_life else None
            total = visits.Given(link_id=link, concept=item.concept or "", value=float(scored.total), valid_until=until)
            found.append(visits.Told(given=total, at=at, by_name=by.name))
    return found

"""How does a form that was filled in at a partner's become facts here? As if it were finished here, with its own author, moment and place."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.grammar.api import Questionnaire, fingerprint
from homeward.plans.models import QuestionnaireResponse
from homeward.plans.queries.person_of import about_person
from homeward.plans.queries.where import called
from homeward.plans.rules.as_fhir.partners_plan import author_of
from homeward.plans.rules.as_fhir.read_response import read_response
from homeward.plans.rules.computed import computed
from homeward.records.api import ItemRow
from homeward.visits import api as visits

COUNTS = ("completed", "amended")


@action("plan.receive_form", about=about_person)
def receive_response(
    *, person_id: UUID, item: ItemRow, resource: Mapping[str, Any], form: Questionnaire, by: Actor, at: datetime
) -> Happening[UUID | None]:
    """Keep the answers of this version of the partner's form; those of its former versions count no more.

    The result is None for a form that is not finished there, or was sent in error. An answer that this form could not
    have is left with the record as received, and the event says which.
    """
    former = replaced(person_id, item, at=at)
    counts = item.status in COUNTS
    made = _kept(person_id, item, resource, form, at=at) if counts else (None, [], [])
    response, told, unread = made
    return Happening(
        result=response.id if response else None, subject_kind="form", subject_id=response.id if response else item.id,
        person_id=person_id,
        facts={
            "form": form.code, "source": item.source, "item": str(item.id), "version": item.version, "answers": len(told),
            "concepts": sorted({each.given.concept for each in told if each.given.concept}), "unread": unread,
            "replaced": former,
        },
    )  # fmt: skip


def news(item: ItemRow) -> bool:
    """Is there anything to do: answers of this version that were not read yet, or former ones that count no more?"""
    read = QuestionnaireResponse.objects.filter(item_id=item.id)
    if item.status in COUNTS:
        return not read.filter(item_version__gte=item.version).exists()
    return read.filter(state="finished").exists()


def replaced(person_id: UUID, item: ItemRow, *, at: datetime) -> int:
    """Former versions count no more; how many there were."""
    one_at_a_time(f"response {item.id}", person_id)
    former = QuestionnaireResponse.objects.filter(item_id=item.id, state="finished")
    ids = list(former.values_list("id", flat=True))
    visits.replace_told(ids, at=at)
    return former.update(state="replaced")


def _kept(
    person_id: UUID, item: ItemRow, resource: Mapping[str, Any], form: Questionnaire, *, at: datetime
) -> tuple[QuestionnaireResponse, Sequence[visits.Told], Sequence[str]]:
    read = read_response(resource, form)
    wrong = {link for link in visits.faults(form, read.by_link) if link in read.by_link}
    answers = {link: value for link, value in read.by_link.items() if link not in wrong}
    said_at = min(item.recorded_at or item.placed_at, at)
    author, place = author_of(resource), called(item.source)
    told = _told(form, answers, at=said_at, by_name=author or place)
    sensitivity = form.sensitivity or item.sensitivity
    response = QuestionnaireResponse.objects.create(
        id=new_id(), person_id=person_id, questionnaire_code=form.code, fingerprint=fingerprint(form), state="finished",
        assessment=form.assessment or "", sensitivity=sensitivity, version=1, begun_at=said_at,
        begun_by=author or place, finished_at=said_at, finished_by=author or place, organisation=item.source,
        place_words=place, valid_until=said_at + form.valid_for if form.valid_for else None, item_id=item.id,
        item_version=item.version,
    )  # fmt: skip
    visits.keep_told(
        person_id=person_id, response_id=response.id, form_code=form.code, told=told, where=place, sensitivity=sensitivity
    )  # fmt: skip
    return response, told, [*read.unread, *(f"{link}: this answer cannot be." for link in sorted(wrong))]


def _told(form: Questionnaire, answers: Mapping[str, visits.Value], *, at: datetime, by_name: str) -> list[visits.Told]:
    """The answers, and the scores worked out anew from them."""
    found = [visits.Told(given=each, at=at, by_name=by_name) for each in visits.given(form, answers, at=at)]
    items = {item.link_id: item for item in form.items}
    for link, scored in computed(form, answers).items():
        if scored.total is not None:
            item = items[link]
            until = at + item.shelf_life if item.shelf_life else None
            total = visits.Given(link_id=link, concept=item.concept or "", value=float(scored.total), valid_until=until)
            found.append(visits.Told(given=total, at=at, by_name=by_name))
    return found

"""What was answered on finished forms, by whom, when and where, and are they still good?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from uuid import UUID

from homeward.access.api import gate, may_see
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.asked import Asked
from homeward.foundation.errors import NotFound
from homeward.grammar.api import Item
from homeward.people import api as people
from homeward.plans.models import QuestionnaireResponse
from homeward.plans.queries.drafts import kept_at_version
from homeward.plans.queries.form_view import counted, in_words
from homeward.plans.queries.forms import sees
from homeward.plans.queries.person_of import person_of_response
from homeward.plans.rules.computed import computed
from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.score import Score, Scored
from homeward.visits import api as visits


@dataclass(frozen=True, kw_only=True)
class ResponseRow:
    """One form in a list. `good`: an assessment within its window. `received`: a partner sent it filled in."""

    id: UUID
    person_id: UUID
    code: str
    title: str
    assessment: str
    state: str
    begun_at: datetime
    begun_by: str
    finished_at: datetime | None
    finished_by: str
    place_words: str
    organisation: str
    role: str
    valid_until: datetime | None
    good: bool
    received: bool = False


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One question of a finished form, with its answer's own author and moment. `here`: it was said on this form."""

    item: Item
    fact: visits.Fact | None
    words: str
    here: bool
    score: Score | None
    scored: Scored | None


@dataclass(frozen=True, kw_only=True)
class ResponseView:
    """A finished form for reading."""

    row: ResponseRow
    banner: people.Banner
    answers: Sequence[Answered]


MOST = 1000
HIDDEN = 4  # so many times as many are read, because some may be hidden


def responses_of(person_id: UUID, *, by: Actor, at: datetime, limit: int = MOST) -> list[ResponseRow]:
    """The latest forms of the person that the actor may see, the latest first. Read inside an open gate."""

    @cache
    def sees(sensitivity: str) -> bool:
        return may_see(by, sensitivity)

    return [response_row(row, at) for row in _latest(limit * HIDDEN)(person_id) if sees(row.sensitivity)][:limit]


@lru_cache(maxsize=16)
def _latest(most: int) -> Asked[QuestionnaireResponse]:
    rows = QuestionnaireResponse.objects.exclude(state__in=("left", "replaced")).order_by("-begun_at", "-id")
    return Asked(lambda person_id: rows.filter(person_id=person_id)[:most])


def response_view(response_id: UUID, *, by: Actor, at: datetime) -> ResponseView:
    """One finished form. Opens the person's record. Raises NotFound, NotPermitted."""
    person_id = person_of_response(response_id)
    with gate.person(person_id, by=by, at=at, why="form"):
        row = QuestionnaireResponse.objects.get(id=response_id)
        if row.state != "finished" or not may_see(by, row.sensitivity):
            raise NotFound("There is no such finished form.", next_step="Go back to the person's forms.")
        return ResponseView(
            row=response_row(row, at), banner=people.banner(person_id, by, at), answers=answers_of(row, by=by, at=at)
        )  # fmt: skip


def answers_of(row: QuestionnaireResponse, *, by: Actor, at: datetime) -> list[Answered]:
    """The answers of a finished form, in its order. Read inside an open gate."""
    form = directory.place().questionnaires.get(row.questionnaire_code)
    if form is None:
        return []
    told = visits.told_on(row.id, at=at)
    kept = kept_at_version(row.id)
    carried = {
        link: each.typed.still for link, each in kept.items() if each.typed.still is not None and link not in told
    }
    known = visits.facts_by_id(carried.values(), at=at)
    facts: Mapping[str, visits.Fact] = {**{link: known[id] for link, id in carried.items() if id in known}, **told}
    values = {link: fact.value for link, fact in told.items()} if row.item_id else counted({}, kept)
    scores = computed(form, values)
    return [
        Answered(
            item=item, fact=facts.get(item.link_id), here=item.link_id in told,
            words=in_words(item, facts[item.link_id].value) if item.link_id in facts else "",
            score=SCORES[item.score.name] if item.score else None, scored=scores.get(item.link_id),
        )
        for item in form.items
        if (item.link_id in facts or item.link_id in scores or item.type == "group") and sees(item, by=by)
    ]  # fmt: skip


def response_row(row: QuestionnaireResponse, at: datetime) -> ResponseRow:
    """A row in words."""
    form = directory.place().questionnaires.get(row.questionnaire_code)
    return ResponseRow(
        id=row.id, person_id=row.person_id, code=row.questionnaire_code, title=form.title if form else row.questionnaire_code,
        assessment=row.assessment, state=row.state, begun_at=row.begun_at, begun_by=row.begun_by,
        finished_at=row.finished_at, finished_by=row.finished_by, place_words=row.place_words,
        organisation=row.organisation, role=row.role, valid_until=row.valid_until,
        good=row.finished_at is not None and row.valid_until is not None and row.valid_until > at,
        received=row.item_id is not None,
    )  # fmt: skip

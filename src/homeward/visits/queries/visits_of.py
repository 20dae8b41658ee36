"""Which visits were planned or made for this need or person, and what was answered?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.visits.models import Answer, Encounter
from homeward.visits.rules.answers import Value
from homeward.visits.vocabulary import NOT_SEEN, OPEN, STATES, WAYS


@dataclass(frozen=True, kw_only=True)
class VisitView:
    """One visit in words."""

    id: UUID
    person_id: UUID
    referral_id: UUID
    episode_id: UUID | None
    team_code: str
    team_name: str
    practitioner: str
    state: str
    state_words: str
    way: str
    way_words: str
    purpose: str
    planned_at: datetime | None
    due_at: datetime | None
    started_at: datetime | None
    contact_at: datetime | None
    recorded_at: datetime | None
    written_at: datetime | None
    why_not: str
    words: str
    notice: str
    open: bool


@dataclass(frozen=True, kw_only=True)
class Fact:
    """The latest answer to a concept: what, who said it, when and where, and whether it is past its shelf-life."""

    id: UUID
    concept: str
    value: bool | float | str
    answered_at: datetime
    answered_by: str
    where: str
    valid_until: datetime | None
    stale: bool


def visits_of(referral_ids: Iterable[UUID]) -> list[VisitView]:
    """The visits of these needs, oldest first. Read inside an open gate."""
    rows = Encounter.objects.filter(referral_id__in=list(referral_ids)).order_by("added_at", "id")
    return [view_of(row) for row in rows]


def visit(encounter_id: UUID) -> VisitView | None:
    """One visit, if the open gate shows it."""
    row = Encounter.objects.filter(id=encounter_id).first()
    return view_of(row) if row else None


def answers_at(encounter_id: UUID) -> list[tuple[str, str]]:
    """Question and answer at one visit, in the order of the form, in words."""
    rows = Answer.objects.filter(encounter=encounter_id).order_by("questionnaire_code", "id")
    forms = directory.place().questionnaires
    found = []
    for row in rows:
        items = (
            {item.link_id: item for item in forms[row.questionnaire_code].items}
            if row.questionnaire_code in forms
            else {}
        )
        item = items.get(row.link_id)
        titles = {option.code: option.title for option in item.options} if item else {}
        found.append((item.text if item else row.link_id, said(row.value, titles)))
    return found


def answers_given(encounter_id: UUID) -> dict[str, dict[str, Value]]:
    """What was answered at one visit, by form and link id, as it is kept."""
    found: dict[str, dict[str, Value]] = {}
    for row in Answer.objects.filter(encounter=encounter_id):
        if row.value is not None:
            found.setdefault(row.questionnaire_code, {})[row.link_id] = row.value
    return found


def told_on(response_id: UUID, *, at: datetime) -> dict[str, Fact]:
    """The answers kept with one finished form, by link id."""
    return {row.link_id: fact_of(row, at) for row in Answer.objects.filter(response_id=response_id)}


def facts_by_id(ids: Iterable[UUID], *, at: datetime) -> dict[UUID, Fact]:
    """These facts, if the open gate shows them."""
    return {row.id: fact_of(row, at) for row in Answer.objects.filter(id__in=list(ids))}


def said(value: Any, titles: Mapping[str, str]) -> str:
    """An answer in words."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return f"{value:g}"
    return titles.get(value, str(value))


def view_of(row: Encounter) -> VisitView:
    """A row in words."""
    team = directory.place().teams.get(row.team_code)
    reason = NOT_SEEN.get(row.not_seen_code)
    return VisitView(
        id=row.id, person_id=row.person_id, referral_id=row.referral_id, episode_id=row.episode_id,
        team_code=row.team_code, team_name=team.name if team else row.team_code, practitioner=row.practitioner_name,
        state=row.state, state_words=STATES[row.state], way=row.way, way_words=WAYS[row.way][0],  # type: ignore[index]  # held to the lists
        purpose=row.purpose, planned_at=row.planned_at, due_at=row.due_at, started_at=row.started_at,
        contact_at=row.contact_at, recorded_at=row.recorded_at, written_at=row.written_at, why_not=reason.title if reason else "", words=row.words,
        notice=" ".join(each for each in (row.changed if row.state in OPEN else "", row.notice) if each), open=row.state in OPEN,
    )  # fmt: skip


def fact_of(row: Answer, at: datetime) -> Fact:
    """An answer as a fact with its age."""
    value = row.value
    return Fact(
        id=row.id, where=row.place_words, valid_until=row.valid_until, concept=row.concept, value="" if value is None else value, answered_at=row.answered_at,
        answered_by=row.answered_by, stale=row.valid_until is not None and row.valid_until < at,
    )  # fmt: skip

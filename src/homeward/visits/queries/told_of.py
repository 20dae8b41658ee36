"""What was answered about a person, row by row, with what each answer stands on? Read inside an open gate."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.visits.models import Answer
from homeward.visits.queries.facts_known import marks_of


@dataclass(frozen=True, kw_only=True)
class ToldRow:
    """One answer. Of one given at a visit: when the person was seen, the team, and `form_id`, by which that form is known (the
    id of its first answer). `marks`: the kinds of sensitive matter that it is."""

    id: UUID
    person_id: UUID
    encounter_id: UUID | None
    response_id: UUID | None
    form_id: UUID
    form_code: str
    link_id: str
    concept: str
    yes: bool | None
    number: float | None
    words: str | None
    answered_at: datetime
    answered_by: str
    contact_at: datetime | None
    team_code: str
    confirms: UUID | None
    replaced_at: datetime | None
    marks: frozenset[str]


def told_of(person_id: UUID, *, encounter_id: UUID | None = None, response_id: UUID | None = None) -> list[ToldRow]:
    """Every answer about the person, in the order in which they were kept; or those of one visit or form."""
    asked = Answer.objects.filter(person_id=person_id).select_related("encounter").order_by("id")
    if encounter_id is not None:
        asked = asked.filter(encounter_id=encounter_id)
    if response_id is not None:
        asked = asked.filter(response_id=response_id)
    first: dict[tuple[UUID | None, UUID | None, str], UUID] = {}
    return [
        _row(row, first.setdefault((row.encounter_id, row.response_id, row.questionnaire_code), row.id)) for row in asked
    ]


def _row(row: Answer, form_id: UUID) -> ToldRow:
    seen = row.encounter
    return ToldRow(
        id=row.id, person_id=row.person_id, encounter_id=row.encounter_id, response_id=row.response_id, form_id=form_id,
        form_code=row.questionnaire_code, link_id=row.link_id, concept=row.concept, yes=row.yes, number=row.number, words=row.words,
        answered_at=row.answered_at, answered_by=row.answered_by, contact_at=seen.contact_at if seen else None,
        team_code=seen.team_code if seen else "", confirms=row.confirms, replaced_at=row.replaced_at, marks=frozenset(marks_of(row)),
    )  # fmt: skip

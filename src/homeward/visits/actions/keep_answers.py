"""How are answers kept? One row each, with who, when, where and how long it is good; at a visit or on a form of its own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.visits.models import Answer, Encounter
from homeward.visits.rules.answers import Given, Value


def keep_answers(encounter: Encounter, forms: Mapping[str, Sequence[Given]], *, by: Actor, at: datetime) -> None:
    """Keep what was answered at a visit; what was not answered makes no row."""
    _keep(encounter, forms, by_name=by.name, at=at)


def _keep(encounter: Encounter, forms: Mapping[str, Sequence[Given]], *, by_name: str, at: datetime) -> None:
    team = directory.place().teams.get(encounter.team_code)
    where = team.name if team else ""
    Answer.objects.bulk_create(
        Answer(
            id=new_id(), encounter=encounter, person_id=encounter.person_id, questionnaire_code=code,
            link_id=each.link_id, concept=each.concept, answered_at=at, answered_by=by_name,
            valid_until=each.valid_until, place_words=where, **_typed(each.value),
        )
        for code, answers in forms.items()
        for each in answers
    )  # fmt: skip


def keep_worked_out(encounter_id: UUID, forms: Mapping[str, Sequence[Given]], *, by_name: str, at: datetime) -> None:
    """Keep what the answers of a visit add up to, inside the action that records it; whoever recorded it stands for it."""
    encounter = Encounter.objects.get(id=encounter_id)
    _keep(encounter, forms, by_name=by_name, at=at)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One answer on a form: checked, with who said so and when; `confirms` is the earlier fact found still right."""

    given: Given
    at: datetime
    by_name: str
    confirms: UUID | None = None


def keep_told(
    *, person_id: UUID, response_id: UUID, form_code: str, told: Sequence[Told], where: str, sensitivity: str = ""
) -> dict[str, UUID]:
    """Keep the answers of a form that was finished outside a visit, inside the action that finishes it; ids by link id.

    They stand among the visits' answers, so that every form, on whatever page, knows them.
    """
    rows = [
        Answer(
            id=new_id(), response_id=response_id, person_id=person_id, questionnaire_code=form_code,
            link_id=each.given.link_id, concept=each.given.concept, answered_at=each.at, answered_by=each.by_name,
            valid_until=each.given.valid_until, place_words=where, confirms=each.confirms, sensitivity=sensitivity, **_typed(each.given.value),
        )
        for each in told
    ]  # fmt: skip
    Answer.objects.bulk_create(rows)
    return {row.link_id: row.id for row in rows}


def replace_told(response_ids: Collection[UUID], *, at: datetime) -> None:
    """What was told on these forms counts no more: whoever told it has put it right. It stays to be read."""
    Answer.objects.filter(response_id__in=list(response_ids), replaced_at__isnull=True).update(replaced_at=at)


def _typed(value: Value) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"yes": value}
    return {"number": float(value)} if isinstance(value, (int, float)) else {"words": value}

"""How are the answers of a visit kept? One row each, with who, when and how long it is good."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.visits.models import Answer, Encounter
from homeward.visits.rules.answers import Given, Value


def keep_answers(encounter: Encounter, forms: Mapping[str, Sequence[Given]], *, by: Actor, at: datetime) -> None:
    """Keep what was answered; what was not answered makes no row."""
    Answer.objects.bulk_create(
        Answer(
            id=new_id(), encounter=encounter, person_id=encounter.person_id, questionnaire_code=code,
            link_id=each.link_id, concept=each.concept, answered_at=at, answered_by=by.name,
            valid_until=each.valid_until, **_typed(each.value),
        )
        for code, answers in forms.items()
        for each in answers
    )  # fmt: skip


def _typed(value: Value) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"yes": value}
    return {"number": float(value)} if isinstance(value, (int, float)) else {"words": value}

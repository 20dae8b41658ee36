"""How are answers kept? One row each, so that the next question need not be asked again."""

from collections.abc import Mapping
from datetime import datetime

from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.referrals.models import Answer, ServiceRequest
from homeward.referrals.rules.stating import Value, clean


def keep_answers(referral: ServiceRequest, answers: Mapping[str, Value], *, by: Actor, at: datetime) -> None:
    """Keep what was answered. An empty answer is no answer."""
    Answer.objects.bulk_create(
        Answer(
            id=new_id(),
            referral=referral,
            person_id=referral.person_id,
            code=code,
            answered_at=at,
            answered_by=by.name,
            **_typed(value),
        )
        for code, value in answers.items()
        if value is not None and value != ""
    )


def _typed(value: Value) -> dict[str, Value]:
    if isinstance(value, bool):
        return {"yes": value}
    if isinstance(value, int | float):
        return {"number": value}
    return {"choice": clean(value)}

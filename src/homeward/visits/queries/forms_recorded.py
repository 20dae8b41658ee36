"""Which forms were filled in at visits to a person, each with its answers, as far as the asker may see them?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from homeward.access.api import may_see
from homeward.foundation.actions import Actor
from homeward.visits.models import Answer
from homeward.visits.queries.facts_known import marks_of
from homeward.visits.rules.answers import Value


@dataclass(frozen=True, kw_only=True)
class RecordedForm:
    """One form at one visit. `id` is that of its first answer: answers are only ever added, so it stays."""

    id: UUID
    encounter_id: UUID
    code: str
    answered_at: datetime
    answered_by: str
    answers: Mapping[str, Value]


def forms_recorded(person_id: UUID, *, by: Actor) -> list[RecordedForm]:
    """All of them, the latest first; answers that `by` may not see are left out. Read inside an open gate."""

    @cache
    def sees(sensitivity: str) -> bool:
        return may_see(by, sensitivity)

    groups: dict[tuple[UUID, str], list[Answer]] = {}
    for row in Answer.objects.filter(person_id=person_id, encounter__isnull=False).order_by("id"):
        if row.encounter_id is not None:
            groups.setdefault((row.encounter_id, row.questionnaire_code), []).append(row)
    found = []
    for (encounter_id, code), rows in groups.items():
        told = [row for row in rows if row.replaced_at is None and all(map(sees, marks_of(row)))]
        if told:
            latest = max(told, key=lambda row: row.answered_at)
            found.append(
                RecordedForm(
                    id=rows[0].id, encounter_id=encounter_id, code=code, answered_at=latest.answered_at,
                    answered_by=latest.answered_by,
                    answers={row.link_id: row.value for row in told if row.value is not None},
                )
            )  # fmt: skip
    return sorted(found, key=lambda each: (each.answered_at, each.id), reverse=True)

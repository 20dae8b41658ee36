"""What is known of a person already, by concept, of what the asker may see?"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from uuid import UUID

from homeward.access.api import may_see
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.visits.models import Answer
from homeward.visits.queries.visits_of import Fact, fact_of

# One row for each way in which a concept was ever asked, so that what is hidden does not hide what stands behind it.
_APART = ("concept", "questionnaire_code", "link_id", "sensitivity")


def facts_known(person_id: UUID, concepts: Iterable[str], *, by: Actor, at: datetime) -> dict[str, Fact]:
    """The latest answer to each concept that `by` may see, with its age, so that a form shows it instead of asking
    again. What was replaced by whoever told it is left out. Read inside an open gate."""
    asked = [concept for concept in concepts if concept]
    rows = Answer.objects.filter(person_id=person_id, concept__in=asked, replaced_at__isnull=True)
    latest = rows.order_by(*_APART, "-answered_at", "-id").distinct(*_APART)

    @cache
    def sees(sensitivity: str) -> bool:
        return may_see(by, sensitivity)

    found: dict[str, Fact] = {}
    for row in sorted(latest, key=lambda each: (each.answered_at, each.id), reverse=True):
        if row.concept not in found and all(map(sees, marks_of(row))):
            found[row.concept] = fact_of(row, at)
    return found


def marks_of(row: Answer) -> set[str]:
    """Every kind of sensitive matter that the answer is: by its form, by its question, by what it came on."""
    form = directory.place().questionnaires.get(row.questionnaire_code)
    item = next((each for each in form.items if each.link_id == row.link_id), None) if form else None
    marks = {row.sensitivity, (form.sensitivity or "") if form else "", (item.sensitivity or "") if item else ""}
    return marks - {""}

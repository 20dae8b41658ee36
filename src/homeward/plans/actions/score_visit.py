"""What do the forms filled in at a visit add up to? Worked out by the same rules as on a form of its own, when the contact is recorded."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.events import EventRow
from homeward.grammar.api import Questionnaire
from homeward.plans.rules.computed import computed
from homeward.visits import api as visits


def score_visit(event: EventRow) -> None:
    """Keep each total beside the answers that it came from. Where a part is missing there is no total, and nothing is kept."""
    forms, told = directory.place().questionnaires, event.facts.get("happened_at")
    if not any(_scored(forms[code]) for code in event.facts.get("forms", ()) if code in forms):
        return
    seen_at = datetime.fromisoformat(told) if told else event.at
    found = {
        code: _totals(forms[code], answers, seen_at)
        for code, answers in visits.answers_given(UUID(str(event.subject_id))).items()
        if code in forms
    }
    visits.keep_worked_out(event.subject_id, found, by_name=event.actor_name, at=event.at)


def _scored(form: Questionnaire) -> bool:
    return any(item.score is not None for item in form.items)


def _totals(form: Questionnaire, answers: dict[str, visits.Value], seen_at: datetime) -> list[visits.Given]:
    items = {item.link_id: item for item in form.items}
    return [
        visits.Given(
            link_id=link, concept=items[link].concept or "", value=float(scored.total),
            valid_until=seen_at + life if (life := items[link].shelf_life) else None,
        )
        for link, scored in computed(form, answers).items()
        if scored.total is not None
    ]  # fmt: skip

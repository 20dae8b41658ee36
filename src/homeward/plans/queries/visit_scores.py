"""What do the forms of one visit add up to, and what does that mean? Where a part is missing, that is said. Inside an open gate."""

from dataclasses import dataclass
from uuid import UUID

from homeward.access.api import may_see
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.plans.rules.computed import computed
from homeward.plans.rules.scores.score import Scored
from homeward.visits import api as visits


@dataclass(frozen=True, kw_only=True)
class VisitScore:
    """One score that was begun at a visit. `total` None: a part is missing, so there is no total; `words` say which it is."""

    title: str
    total: int | None
    words: str


def visit_scores(encounter_id: UUID, *, by: Actor) -> list[VisitScore]:
    """In the order of the forms; a score of which nothing was answered is left out, and what the asker may not see."""
    forms, found = directory.place().questionnaires, list[VisitScore]()
    for code, answers in visits.answers_given(encounter_id).items():
        form = forms.get(code)
        if form is None or not may_see(by, form.sensitivity or ""):
            continue
        items = {item.link_id: item for item in form.items}
        for link, scored in computed(form, answers).items():
            if any(each is not None for each in scored.points.values()) and may_see(by, items[link].sensitivity or ""):
                found.append(VisitScore(title=items[link].text, total=scored.total, words=_words(scored)))
    return found


def _words(scored: Scored) -> str:
    if scored.total is not None:
        return f"{scored.total}. {scored.words}" if scored.words else str(scored.total)
    return f"Not worked out: {len(scored.missing)} of {len(scored.points)} parts are missing. A missing part is not a nought."

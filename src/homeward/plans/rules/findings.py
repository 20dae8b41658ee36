"""What is one thing that was found out here about a person: a sign that was taken, a number that means something, a score's total?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.grammar.api import Questionnaire, ScorePart


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One of them, as it was told. What was not measured is no finding.

    `column` is the part of `score` that it is; with a `score` and no column it is the total. `value` is a number, or the score's own
    code of an answer. `kept_at` is when it came to be known here, and `struck_at` when it was found to be wrong. `by_device`: `by_name`
    is what measured. `of` are the findings that a total follows from, `form_id` the filled-in form it stands on. `marks` are the
    kinds of sensitive matter that it is.
    """

    id: UUID
    person_id: UUID
    title: str
    value: float | str
    found_at: datetime
    kept_at: datetime
    by_name: str
    score: str = ""
    column: str = ""
    concept: str = ""
    said: str = ""
    unit: str = ""
    note: str = ""
    team_code: str = ""
    organisation: str = ""
    by_device: bool = False
    struck_at: datetime | None = None
    encounter_id: UUID | None = None
    form_id: UUID | None = None
    of: tuple[UUID, ...] = ()
    marks: frozenset[str] = frozenset()


def totals_by_concept(forms: Iterable[Questionnaire]) -> dict[str, str]:
    """The score whose total each concept is: a form that works it out says so, and holds for those where it is typed."""
    return {
        item.concept: item.score.name for form in forms for item in form.items if item.score is not None and item.concept
    }


def parts_by_link(form: Questionnaire) -> Mapping[str, tuple[str, ScorePart]]:
    """By link id of a question: the score that it is a part of, and which."""
    return {
        part.link_id: (item.score.name, part) for item in form.items if item.score is not None for part in item.score.parts
    }

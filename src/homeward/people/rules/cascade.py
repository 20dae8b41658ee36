"""In which order is a demographics service asked, and when is an answer good enough?

From narrow to wide: by number; exactly; without gender and with history; names that sound alike; without the given
name. A step that finds one person who agrees ends the trace; 'too many' ends it too, because wider finds only more.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["verified", "possible", "none", "too_many", "unavailable"]
VERDICTS: dict[str, str] = {
    "verified": "Traced: the NHS number is verified.",
    "possible": "Somebody may match. Check the details with the person and trace again.",
    "none": "Not traced: nobody in the national service matches. Check the name, date of birth and postcode.",
    "too_many": "Not traced: too many people match. Add the postcode or the full given name.",
    "unavailable": "Not traced: the national service did not answer. Try again later.",
}
# A match on sound alone is shown to a person below this confidence, never taken.
SURE = 0.95


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the trace starts from."""

    family: str
    given: str
    birth_date: date | None
    sex: str
    postcode: str
    nhs_number: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question, in the parts it uses."""

    name: str
    title: str
    by_number: bool = False
    given: bool = True
    gender: bool = True
    postcode: bool = True
    fuzzy: bool = False
    history: bool = False


STEPS = (
    Step(name="number", title="By NHS number", by_number=True),
    Step(name="exact", title="Exact name, date of birth, sex and postcode"),
    Step(name="history", title="Exact name and date of birth, former names and addresses too", gender=False, postcode=False, history=True),
    Step(name="fuzzy", title="Names that sound alike", gender=False, postcode=False, fuzzy=True),
    Step(name="without_given", title="Without the given name", given=False, gender=False),
)  # fmt: skip
TITLES = {step.name: step.title for step in STEPS}


def steps_for(known: Known) -> tuple[Step, ...]:
    """The steps that these details allow."""
    allowed = [STEPS[0]] if known.nhs_number else []
    if known.family and known.birth_date:
        for step in STEPS[1:]:
            widens = step.name == "without_given" and not (known.given and known.postcode)
            needs_given = step.given and not known.given and step.name != "exact"
            if not widens and not needs_given:
                allowed.append(step)
    return tuple(allowed)


def is_sure(step: Step, *, score: float | None, agrees: bool) -> bool:
    """May one person found by this step be taken for ours? Only when what we know agrees, and sound alone is not enough."""
    if not agrees:
        return False
    return not step.fuzzy or (score is not None and score >= SURE)

"""Which records must stand at the top of a person's page: decisions made in advance, and measurements worth a picture?"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

# What a decision says about resuscitation. 'plan': something to read, which says neither by itself.
DecisionMeans = Literal[
    "attempt_resuscitation", "do_not_attempt_resuscitation", "refuses_treatment", "someone_decides", "plan"
]


@dataclass(frozen=True, kw_only=True)
class AdvanceDecision(Declaration):
    """A kind of decision that was made in advance, known by any of its `codes`, each 'system|code'.

    `asked_as` are codes of a question whose answer may be this decision: an observation of it with one of `codes` as value.
    `review_after`: once so old it is shown as due for review, never as ended. None: it stands until somebody changes it.
    `order` is where it stands among the others, the least first.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    means: DecisionMeans
    codes: tuple[str, ...]
    asked_as: tuple[str, ...] = ()
    review_after: timedelta | None = None
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class Trend(Declaration):
    """A measurement that is shown as a small picture, known by any of its `codes`, each 'system|code'.

    Two parts of one measurement, such as a blood pressure, are two trends; `within` are codes of the measurement that
    has it as a part. `score` names the score whose total it is, which follows from measurements of one moment. Made-up values for a demonstration lie within `made_up` (none when that is empty). `order` as above.
    """

    title: str = field(metadata=WORDING)
    codes: tuple[str, ...]
    unit: str = field(metadata=WORDING)
    within: tuple[str, ...] = ()
    score: str = ""
    made_up: tuple[float, float] = field(default=(0.0, 0.0), metadata=WORDING)
    order: int = 50

"""Do people die where they wished, with a plan?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import HOSPICE, SPRING

END_OF_LIFE = Dashboard(
    code="end-of-life",
    title="End of life",
    question="Is the end of life seen in time, and do people die where they wished?",
    numbers=(
        BoardNumber(measure="end-of-life-found-early", why="Time to ask what matters."),
        BoardNumber(measure="deaths-where-wished", why="Whether it was heard.", safety="end-of-life-found-early"),
        BoardNumber(measure="plan-in-own-words", why="Whether it was their own plan."),
        BoardNumber(measure="late-emergency-admissions", why="What a plan that is known makes rarer."),
    ),
    feeds=("hospice-messages",),
    cannot_tell="A wish that nobody wrote down is in no number: look at the coverage first.",
    order=75,
    owner=HOSPICE,
    review_by=SPRING,
)  # fmt: skip

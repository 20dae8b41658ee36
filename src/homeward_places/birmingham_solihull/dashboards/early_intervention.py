"""Did early intervention do what the partnership said it would?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

EARLY_INTERVENTION_RESULTS = Dashboard(
    code="early-intervention-results",
    title="Early intervention results",
    question="Do more people get home, stay there and need less care, and is it safe?",
    numbers=(
        BoardNumber(measure="admissions-avoided", why="Were people helped instead of admitted?", safety="safe-after-response"),
        BoardNumber(measure="home-not-long-term-care", why="Did people go home rather than into long-term care?", safety="safe-after-response"),
        BoardNumber(measure="discharge-delay", why="How long did people wait to leave once they were ready?", safety="safe-after-response"),
        BoardNumber(measure="care-need-reduction", why="Did people need less care at the end than at the start?"),
        BoardNumber(measure="recovery-referrals", why="How many people did the recovery team take on?"),
    ),
    audience=(),
    cannot_tell="The goals and the results of the 2021 report are counted differently and must not be set against each "
    "other: each number here carries its own definition and starting point. The pandemic changed both.",
    order=10,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

"""Did early intervention do what the partnership said it would?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

EARLY_INTERVENTION_RESULTS = Dashboard(
    code="early-intervention-results",
    title="Early intervention results",
    question="Do more people get home, stay there and need less care, and is it safe?",
    numbers=(
        BoardNumber(measure="admissions-avoided", why="Were people helped instead of admitted?", safety="admissions-avoided-7-days"),
        BoardNumber(measure="home-not-long-term-care", why="Did people go home and not into long-term care?", safety="still-home-91-days"),
        BoardNumber(measure="discharge-delay", why="How long did people wait once they were ready to leave?", safety="still-home-91-days"),
        BoardNumber(measure="care-need-reduction", why="Did people need less care at the end than at the start?", safety="still-home-91-days"),
        BoardNumber(measure="recovery-referrals", why="How many people did the recovery team take on?", safety="passed-on"),
        BoardNumber(measure="bed-days-saved", why="How many days in hospital were not needed?", safety="admissions-avoided-7-days"),
    ),
    cannot_tell="The goals and the results of the 2021 report count different things and must not be set against each other: "
    "every number here has its own definition and its own starting point. The pandemic changed both.",
    order=10,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

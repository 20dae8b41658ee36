"""Are people who live in care homes well looked after there?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CARE_HOMES = Dashboard(
    code="care-homes",
    title="Care homes",
    question="Do people who live in care homes get help where they live?",
    numbers=(
        BoardNumber(measure="care-home-share-of-admissions", why="Help that comes to the home makes these rarer."),
        BoardNumber(measure="care-home-emergency-admissions", why="The same for each day that a bed was lived in."),
        BoardNumber(measure="care-plan-within-7-working-days", why="A plan before the first emergency."),
        BoardNumber(measure="care-homes-good-or-outstanding", why="What the regulator saw."),
        BoardNumber(measure="care-workforce-vacancies", why="Nobody is looked after by an empty post."),
    ),
    cannot_tell="Small homes have few residents: one fall more is no change. This is no league table of homes.",
    order=70,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

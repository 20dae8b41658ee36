"""Is high blood pressure found, and treated until it is right?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

HYPERTENSION_AND_CIRCULATORY = Dashboard(
    code="hypertension-and-circulatory",
    title="Blood pressure and circulation",
    question="Is high blood pressure found, and treated until it is right?",
    numbers=(
        BoardNumber(measure="hypertension-found", why="Most strokes begin with a pressure nobody measured."),
        BoardNumber(measure="blood-pressure-to-target", why="Found is not treated."),
        BoardNumber(measure="cholesterol-to-target", why="The other half of the risk."),
        BoardNumber(measure="adults-who-smoke", why="The risk that people ask for help with."),
        BoardNumber(measure="long-term-conditions-admissions", why="What all of it should make rarer."),
    ),
    feeds=("hospital-records",),
    order=55,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

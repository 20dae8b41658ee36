"""Do people with ill lungs stay well through the winter?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

RESPIRATORY = Dashboard(
    code="respiratory",
    title="Breathing and winter",
    question="Do people whose lungs are ill stay well through the winter?",
    numbers=(
        BoardNumber(measure="flu-vaccination-65", why="Before winter."),
        BoardNumber(measure="pneumococcal-vaccination-65", why="Once, and often forgotten."),
        BoardNumber(measure="adults-who-smoke", why="The cause that can be changed."),
        BoardNumber(measure="respiratory-virtual-ward-use", why="Help at home when it flares up."),
        BoardNumber(measure="long-term-conditions-admissions", why="What all of it should make rarer."),
    ),
    feeds=("respiratory-readings",),
    order=57,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

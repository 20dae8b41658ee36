"""How is it going in each practice, neighbourhood and locality?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

LOCALITY_OPERATING_MODEL = Dashboard(
    code="locality-operating-model",
    title="Locality operating model",
    question="How is it going in this locality, neighbourhood or practice?",
    numbers=(
        BoardNumber(measure="two-hour-response", why="Does urgent help come in time here?", safety="safe-after-response"),
        BoardNumber(measure="safe-after-response", why="Are people safe afterwards?"),
        BoardNumber(measure="admissions-avoided", why="Are people helped instead of admitted?", safety="admissions-avoided-7-days"),
        BoardNumber(measure="discharge-delay", why="Do people who live here wait in hospital?"),
        BoardNumber(measure="home-not-long-term-care", why="Do they go home from a recovery bed?", safety="still-home-91-days"),
        BoardNumber(measure="few-strangers", why="Do the same faces come?"),
        BoardNumber(measure="network-reach", why="Are people linked with what is around them?"),
        BoardNumber(measure="blood-pressure-to-target", why="Is blood pressure treated until it is right?"),
        BoardNumber(measure="flu-vaccination-65", why="Are older people protected before winter?"),
    ),
    by_area=("locality", "neighbourhood", "practice_list"),
    cannot_tell="People are counted where they live or are registered. A small area has few people: look at the interval "
    "before you compare, and never rank practices by it.",
    order=50,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

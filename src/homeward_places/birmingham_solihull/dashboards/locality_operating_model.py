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
        BoardNumber(measure="home-not-long-term-care", why="Do people who live here go home from a recovery bed?"),
        BoardNumber(measure="discharge-delay", why="Do people who live here wait in hospital?"),
        BoardNumber(measure="self-referral-share", why="Do people here reach help by themselves?"),
        BoardNumber(measure="network-reach", why="Are people here linked with what is around them?"),
    ),
    by_area=("locality", "neighbourhood", "practice_list"),
    cannot_tell="People are counted where they are registered. A small area has few people: look at the interval before "
    "comparing, and never rank practices by it.",
    order=50,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

"""Does it feel to people as it was promised?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PROMISES = Dashboard(
    code="promises",
    title="Promises to people",
    question="Is what people were promised true?",
    numbers=(
        BoardNumber(measure="asked-again", why="‘I tell my story once.’", safety="read-before-visit"),
        BoardNumber(measure="read-before-visit", why="‘Whoever comes knows my story.’"),
        BoardNumber(measure="assessed-twice", why="‘I am assessed once.’"),
        BoardNumber(measure="plan-in-own-words", why="‘I am in control and understood.’"),
        BoardNumber(measure="few-strangers", why="‘Few strangers come to my home.’", safety="new-faces"),
        BoardNumber(measure="passed-on", why="‘I find help, not barriers.’"),
        BoardNumber(measure="first-human", why="‘I do not wait long for a person.’"),
        BoardNumber(measure="self-referral-share", why="‘I can ask for help myself.’"),
        BoardNumber(measure="admissions-avoided", why="‘I am not in hospital unless I need to be.’", safety="admissions-avoided-7-days"),
    ),
    order=60,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip

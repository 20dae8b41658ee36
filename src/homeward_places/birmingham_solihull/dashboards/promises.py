"""Does it feel to people as it was promised?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PROMISES = Dashboard(
    code="promises",
    title="Promises to people",
    question="Is what people were promised true: my story once, few strangers, help and not barriers, home and not hospital?",
    numbers=(
        BoardNumber(measure="self-referral-share", why="‘I can reach help myself.’"),
        BoardNumber(measure="network-reach", why="‘I am linked with what is around me.’"),
        BoardNumber(
            measure="admissions-avoided",
            why="‘I am not in hospital unless I need to be.’",
            safety="safe-after-response",
        ),
    ),
    order=60,
    owner=BOARD,
    review_by=SPRING,
)

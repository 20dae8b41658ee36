"""Do people leave hospital when they are ready?"""

from homeward.grammar.api import BoardNumber, Dashboard
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

FLOW_AND_DISCHARGE = Dashboard(
    code="flow-and-discharge",
    title="Flow and discharge",
    question="Do people leave hospital when they are ready, and go home?",
    numbers=(
        BoardNumber(measure="discharge-delay", why="The wait that people feel."),
        BoardNumber(measure="home-not-long-term-care", why="Where they went.", safety="safe-after-response"),
        BoardNumber(measure="mental-health-response-time", why="One of the waits inside the wait."),
    ),
    order=20,
    owner=HOSPITALS,
    review_by=SPRING,
)

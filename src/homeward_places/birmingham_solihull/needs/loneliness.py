"""What is meant by the need 'feeling alone', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

LONELINESS = Need(
    code="loneliness",
    title="Feeling alone",
    plain_words="The person would like more company or to find something to do nearby.",
    usual_urgency="planned",
    red_flags=(
        RedFlag(
            code="self-harm",
            words="Talks of ending their life or harming someone",
            do_now="Stay on the line and call 999 if there is danger now.",
        ),
    ),
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)

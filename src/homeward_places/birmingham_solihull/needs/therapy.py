"""What is meant by the need 'moving and managing at home', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

THERAPY = Need(
    code="therapy",
    title="Moving and managing at home",
    plain_words="The person needs help to move, manage daily life, swallow or communicate.",
    usual_urgency="planned",
    red_flags=(
        RedFlag(
            code="stroke-signs",
            words="Face has dropped, an arm is weak or speech is slurred",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

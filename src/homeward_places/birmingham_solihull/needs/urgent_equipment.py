"""What is meant by the need 'equipment needed today', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

URGENT_EQUIPMENT = Need(
    code="urgent-equipment",
    title="Equipment needed today",
    plain_words="Without a piece of equipment today the person cannot be safe at home.",
    usual_urgency="two-hours",
    two_hour_need=True,
    red_flags=(
        RedFlag(
            code="not-safe-alone",
            words="Not safe to be left alone tonight",
            do_now="Arrange someone to stay before anything else.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is meant by the need 'support for a care home resident', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CARE_HOME_SUPPORT = Need(
    code="care-home-support",
    title="Support for a care home resident",
    plain_words="A care home needs help to look after a resident well at home.",
    usual_urgency="same-day",
    red_flags=(
        RedFlag(
            code="sepsis-signs",
            words="Very unwell with fever or shivering, mottled skin, or passing no urine all day",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="head-injury",
            words="Hit their head, and takes a blood thinner or has been sick or drowsy since",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="hard-to-wake",
            words="Hard to wake, or suddenly not making sense",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is meant by the need 'diabetes out of control', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

DIABETES_UNSTABLE = Need(
    code="diabetes-unstable",
    title="Diabetes out of control",
    plain_words="Blood sugar is too high or too low, or insulin cannot be given, and the person can stay at home with help.",
    usual_urgency="two-hours",
    two_hour_need=True,
    red_flags=(
        RedFlag(
            code="blood-sugar",
            words="Blood sugar under 4 or over 20, and drowsy or being sick",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

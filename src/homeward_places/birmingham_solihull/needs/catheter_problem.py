"""What is meant by the need 'a catheter problem', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CATHETER_PROBLEM = Need(
    code="catheter-problem",
    title="A catheter problem",
    plain_words="A urinary catheter is blocked, leaking, painful or has come out.",
    usual_urgency="two-hours",
    two_hour_need=True,
    red_flags=(
        RedFlag(
            code="no-urine",
            words="No urine for 6 hours with pain or a swollen tummy",
            do_now="Send a nurse within 2 hours.",
        ),
        RedFlag(
            code="sepsis-signs",
            words="Very unwell with fever or shivering, mottled skin, or passing no urine all day",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is meant by the need 'nursing at home', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

NURSING_AT_HOME = Need(
    code="nursing-at-home",
    title="Nursing at home",
    plain_words="The person needs an injection, dressing, catheter care or other nursing at home.",
    usual_urgency="two-days",
    red_flags=(
        RedFlag(
            code="sepsis-signs",
            words="Very unwell with fever or shivering, mottled skin, or passing no urine all day",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is meant by the need 'hospital care at home', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

HOSPITAL_CARE_AT_HOME = Need(
    code="hospital-care-at-home",
    title="Hospital care at home",
    plain_words="The person is ill enough for hospital, and could be treated at home with daily review.",
    usual_urgency="same-day",
    red_flags=(
        RedFlag(
            code="cannot-finish-sentence",
            words="Too breathless to finish a sentence",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="sepsis-signs",
            words="Very unwell with fever or shivering, mottled skin, or passing no urine all day",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="hard-to-wake",
            words="Hard to wake, or suddenly not making sense",
            do_now="Call 999 now.",
        ),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)

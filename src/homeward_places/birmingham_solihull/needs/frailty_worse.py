"""What is meant by the need 'suddenly less well with frailty', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

FRAILTY_WORSE = Need(
    code="frailty-worse",
    title="Suddenly less well with frailty",
    plain_words="A person living with frailty has become less well over hours or days.",
    usual_urgency="two-hours",
    two_hour_need=True,
    snomed="248279007",
    red_flags=(
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
        RedFlag(
            code="stroke-signs",
            words="Face has dropped, an arm is weak or speech is slurred",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

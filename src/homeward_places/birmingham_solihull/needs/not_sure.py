"""What is meant by the need 'not sure what is needed', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

NOT_SURE = Need(
    code="not-sure",
    title="Not sure what is needed",
    plain_words="The person or referrer knows something is wrong and does not know what would help.",
    usual_urgency="same-day",
    red_flags=(
        RedFlag(
            code="stroke-signs",
            words="Face has dropped, an arm is weak or speech is slurred",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="chest-pain",
            words="Chest pain, or pain spreading to arm, neck or jaw",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="hard-to-wake",
            words="Hard to wake, or suddenly not making sense",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="not-safe-alone",
            words="Not safe to be left alone tonight",
            do_now="Arrange someone to stay before anything else.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

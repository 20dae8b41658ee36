"""What is meant by the need 'breathlessness', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

BREATHLESSNESS = Need(
    code="breathlessness",
    title="Breathlessness",
    plain_words="The person's breathing is worse than usual and they may be able to stay at home.",
    usual_urgency="same-day",
    snomed="267036007",
    red_flags=(
        RedFlag(
            code="cannot-finish-sentence",
            words="Too breathless to finish a sentence",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="chest-pain",
            words="Chest pain, or pain spreading to arm, neck or jaw",
            do_now="Call 999 now.",
        ),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)

"""What is meant by the need 'advice before hospital', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

STAY_OUT_OF_HOSPITAL = Need(
    code="stay-out-of-hospital",
    title="Advice before hospital",
    plain_words="A crew, home or clinician wants advice before taking the person to hospital.",
    usual_urgency="two-hours",
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
            code="sepsis-signs",
            words="Very unwell with fever or shivering, mottled skin, or passing no urine all day",
            do_now="Call 999 now.",
        ),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)

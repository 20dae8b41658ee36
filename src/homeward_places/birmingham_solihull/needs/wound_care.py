"""What is meant by the need 'a wound', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

WOUND_CARE = Need(
    code="wound-care",
    title="A wound",
    plain_words="The person has a wound, ulcer or pressure damage that needs care.",
    usual_urgency="two-days",
    red_flags=(
        RedFlag(
            code="heavy-bleeding",
            words="Bleeding that does not stop with pressure",
            do_now="Call 999 now.",
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

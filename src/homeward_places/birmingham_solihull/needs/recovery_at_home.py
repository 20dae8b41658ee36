"""What is meant by the need 'getting back on their feet', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

RECOVERY_AT_HOME = Need(
    code="recovery-at-home",
    title="Getting back on their feet",
    plain_words="The person wants to regain what they could do before an illness or fall.",
    usual_urgency="two-days",
    red_flags=(
        RedFlag(
            code="not-safe-alone",
            words="Not safe to be left alone tonight",
            do_now="Arrange someone to stay before anything else.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

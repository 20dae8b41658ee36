"""What is meant by the need 'a social care assessment', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

SOCIAL_CARE_ASSESSMENT = Need(
    code="social-care-assessment",
    title="A social care assessment",
    plain_words="The person or their carer needs their care and support needs assessed.",
    usual_urgency="one-week",
    red_flags=(
        RedFlag(
            code="safeguarding",
            words="May be being hurt or neglected",
            do_now="Raise a safeguarding concern today.",
        ),
        RedFlag(
            code="not-safe-alone",
            words="Not safe to be left alone tonight",
            do_now="Arrange someone to stay before anything else.",
        ),
    ),
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)

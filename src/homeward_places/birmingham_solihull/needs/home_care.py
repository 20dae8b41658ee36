"""What is meant by the need 'help with washing, dressing and meals', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

HOME_CARE = Need(
    code="home-care",
    title="Help with washing, dressing and meals",
    plain_words="The person needs help with daily care at home.",
    usual_urgency="two-days",
    red_flags=(
        RedFlag(
            code="not-safe-alone",
            words="Not safe to be left alone tonight",
            do_now="Arrange someone to stay before anything else.",
        ),
        RedFlag(
            code="safeguarding",
            words="May be being hurt or neglected",
            do_now="Raise a safeguarding concern today.",
        ),
    ),
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)

"""What is meant by the need 'a carer cannot go on', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CARER_CANNOT_GO_ON = Need(
    code="carer-cannot-go-on",
    title="A carer cannot go on",
    plain_words="The person's unpaid carer has become ill or can no longer cope.",
    usual_urgency="two-hours",
    two_hour_need=True,
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
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is meant by the need 'several needs at once', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

MANY_NEEDS = Need(
    code="many-needs",
    title="Several needs at once",
    plain_words="The person has several needs and many services, and would gain from one team and one plan.",
    usual_urgency="one-week",
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

"""What is meant by the need 'suddenly less able', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

LESS_ABLE = Need(
    code="less-able",
    title="Suddenly less able",
    plain_words="The person can no longer do things they could do last week, such as get up, wash or reach the toilet.",
    usual_urgency="two-hours",
    two_hour_need=True,
    red_flags=(
        RedFlag(
            code="stroke-signs",
            words="Face has dropped, an arm is weak or speech is slurred",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="cannot-stand",
            words="Cannot put weight on a leg, or a leg looks short or turned",
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

"""What is meant by the need 'a fall', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

FALL = Need(
    code="fall",
    title="A fall",
    plain_words="The person has fallen, may still be on the floor, and may be able to stay at home with help.",
    usual_urgency="two-hours",
    two_hour_need=True,
    red_flags=(
        RedFlag(
            code="head-injury",
            words="Hit their head, and takes a blood thinner or has been sick or drowsy since",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="cannot-stand",
            words="Cannot put weight on a leg, or a leg looks short or turned",
            do_now="Call 999 now.",
        ),
        RedFlag(
            code="long-lie",
            words="Has been on the floor for more than an hour",
            do_now="Send help to lift now and have blood tests arranged.",
        ),
        RedFlag(
            code="stroke-signs",
            words="Face has dropped, an arm is weak or speech is slurred",
            do_now="Call 999 now.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is meant by the need 'going home from hospital', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

HOME_AFTER_HOSPITAL = Need(
    code="home-after-hospital",
    title="Going home from hospital",
    plain_words="The person no longer needs a hospital bed and needs support to go home.",
    usual_urgency="same-day",
    red_flags=(
        RedFlag(
            code="not-safe-alone",
            words="Not safe to be left alone tonight",
            do_now="Arrange someone to stay before anything else.",
        ),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)

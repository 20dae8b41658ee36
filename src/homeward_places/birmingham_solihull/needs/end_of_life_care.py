"""What is meant by the need 'care near the end of life', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import HOSPICE, SPRING

END_OF_LIFE_CARE = Need(
    code="end-of-life-care",
    title="Care near the end of life",
    plain_words="The person is in their last year of life and needs a plan, support or symptom control.",
    usual_urgency="one-week",
    red_flags=(
        RedFlag(
            code="pain-not-held",
            words="Pain or distress is not held by the medicines in the house",
            do_now="Ring the palliative line now.",
        ),
        RedFlag(
            code="cord-compression",
            words="New weakness of the legs or loss of bladder or bowel control with cancer",
            do_now="Ring the palliative line now: same-day scan.",
        ),
    ),
    owner=HOSPICE,
    review_by=SPRING,
)

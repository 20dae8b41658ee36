"""What is meant by the need 'a crisis near the end of life', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import HOSPICE, SPRING

PALLIATIVE_CRISIS = Need(
    code="palliative-crisis",
    title="A crisis near the end of life",
    plain_words="Pain, breathlessness, distress or fear in the last months of life cannot wait.",
    usual_urgency="two-hours",
    two_hour_need=True,
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

"""What is counted as 'two-hour response'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

TWO_HOUR_RESPONSE = Measure(
    code="two-hour-response",
    title="Two-hour response",
    number="M19",
    definition="Two-hour needs whose first visit in person came no later than 120 minutes after the referral was received.",
    numerator="Two-hour needs received in the period whose first attended visit in person was at or before 120 minutes",
    denominator="Two-hour needs in scope received in the period",
    target=70,
    target_words="At least 70%",
    source="NHS England two-hour standard; the same start and stop as the national community return",
    clock="two-hour-response",
    beside=("safe-after-response",),
    owner=COMMUNITY,
    review_by=SPRING,
)

"""When is each thing open in the town?"""

from datetime import time

from homeward.grammar.api import ENGLAND_AND_WALES, EVERY_DAY, WEEKDAYS, Calendar, Opening
from tests.places.millbrook import OWNER, REVIEW

ROUND_THE_CLOCK = Calendar(
    code="round-the-clock",
    title="Day and night",
    weekly=(Opening(days=EVERY_DAY, opens=time(0), closes=time(0)),),
    owner=OWNER,
    review_by=REVIEW,
)
DAYTIME = Calendar(
    code="daytime",
    title="8am to 8pm every day",
    weekly=(Opening(days=EVERY_DAY, opens=time(8), closes=time(20)),),
    owner=OWNER,
    review_by=REVIEW,
)
OFFICE = Calendar(
    code="office",
    title="9am to 5pm on weekdays",
    weekly=(Opening(days=WEEKDAYS, opens=time(9), closes=time(17)),),
    bank_holidays=ENGLAND_AND_WALES,
    holiday_hours=(),
    owner=OWNER,
    review_by=REVIEW,
)

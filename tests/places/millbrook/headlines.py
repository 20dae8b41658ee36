"""What stands at the top of a townsperson's page?"""

from datetime import timedelta

from homeward.grammar.api import AdvanceDecision, Trend
from tests.places.millbrook import OWNER, REVIEW

LET_BE = AdvanceDecision(
    code="let-be",
    title="Let be",
    plain_words="Do not try to start the heart again.",
    means="do_not_attempt_resuscitation",
    codes=("https://millbrook.example/wishes|let-be",),
    review_after=timedelta(days=180),
    order=1,
    owner=OWNER,
    review_by=REVIEW,
)
TRY = AdvanceDecision(
    code="try",
    title="Try",
    plain_words="Try to start the heart again.",
    means="attempt_resuscitation",
    codes=("https://millbrook.example/wishes|try",),
    order=2,
    owner=OWNER,
    review_by=REVIEW,
)
WEIGHT = Trend(code="weight", title="Weight", codes=("http://loinc.org|29463-7",), unit="kg", owner=OWNER, review_by=REVIEW)

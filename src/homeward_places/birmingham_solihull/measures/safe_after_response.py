"""What is counted as 'safe after help at home'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

SAFE_AFTER_RESPONSE = Measure(
    code="safe-after-response",
    title="Safe after help at home",
    definition="People helped at home who were not admitted to hospital and had not died unexpectedly within 7 days.",
    numerator="People helped at home with neither an unplanned admission nor an unexpected death in 7 days",
    denominator="People helped at home instead of hospital",
    source="Local proposal: the safety figure shown beside every avoided admission",
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is counted as 'call before convey'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CALL_BEFORE_CONVEY = Measure(
    code="call-before-convey",
    title="Call before convey",
    number="M20",
    definition="Eligible incidents where the crew rang before conveying.",
    numerator="Eligible incidents with a call",
    denominator="Eligible incidents",
    source="Implementation plan 2024",
    clock="call-answered",
    beside=("safe-after-response",),
    owner=COMMUNITY,
    review_by=SPRING,
)

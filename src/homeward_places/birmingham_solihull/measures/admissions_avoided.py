"""What is counted as 'admissions avoided'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

ADMISSIONS_AVOIDED = Measure(
    code="admissions-avoided",
    title="Admissions avoided",
    number="M1",
    definition="A decision to convey or admit was recorded first, and the person was not admitted within 72 hours.",
    numerator="Decisions with a recorded intention to convey or admit where the person was not admitted within 72 hours",
    denominator="All decisions with a recorded intention to convey or admit",
    source="Local proposal; the annual report 2021 counted 15,399 without saying how",
    beside=("safe-after-response",),
    owner=HOSPITALS,
    review_by=SPRING,
)

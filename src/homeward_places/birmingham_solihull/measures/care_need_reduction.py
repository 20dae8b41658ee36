"""What is counted as 'less care needed'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CARE_NEED_REDUCTION = Measure(
    code="care-need-reduction",
    title="Less care needed",
    number="M5",
    definition="Mean weekly hours of paid care at the start less the hours at the end, for closed recovery episodes with both.",
    numerator="Weekly care hours at start less hours at end",
    denominator="Closed recovery episodes with both recorded",
    unit="hours",
    source="Partnership annual report 2021",
    owner=COMMUNITY,
    review_by=SPRING,
)

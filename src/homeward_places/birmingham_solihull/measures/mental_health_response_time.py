"""What is counted as 'time to mental health response'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING

MENTAL_HEALTH_RESPONSE_TIME = Measure(
    code="mental-health-response-time",
    title="Time to mental health response",
    number="M35",
    definition="Median time from request to the first contact of older adult liaison.",
    numerator="Hours from request to first contact, middle value",
    denominator="Requests answered in the period",
    unit="hours",
    source="Partnership annual report 2021",
    direction="down",
    clock="mental-health-response",
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)

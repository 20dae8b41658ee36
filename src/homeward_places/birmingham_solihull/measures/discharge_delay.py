"""What is counted as 'wait to leave hospital'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

DISCHARGE_DELAY = Measure(
    code="discharge-delay",
    title="Wait to leave hospital",
    number="M3",
    definition="Mean days from the discharge ready date to leaving, people who did not wait included.",
    numerator="Days from discharge ready date to leaving",
    denominator="People who left in the period",
    unit="days",
    source="NHS England discharge ready date guidance",
    direction="down",
    clock="discharge-ready-to-home",
    owner=HOSPITALS,
    review_by=SPRING,
)

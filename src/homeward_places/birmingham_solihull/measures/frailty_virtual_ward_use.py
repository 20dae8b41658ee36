"""What is counted as 'frailty virtual ward in use'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

FRAILTY_VIRTUAL_WARD_USE = Measure(
    code="frailty-virtual-ward-use",
    title="Frailty virtual ward in use",
    number="M18",
    definition="People on the ward at the daily snapshot out of staffed places.",
    numerator="People on the virtual ward at the snapshot",
    denominator="Staffed places at the snapshot",
    target=80,
    target_words="More than 80%",
    source="NHS England virtual wards operational framework",
    owner=COMMUNITY,
    review_by=SPRING,
)

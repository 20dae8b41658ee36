"""What is counted as 'home, not long-term care'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

HOME_NOT_LONG_TERM_CARE = Measure(
    code="home-not-long-term-care",
    title="Home, not long-term care",
    number="M2",
    definition="People leaving recovery beds alive who went to their usual home.",
    numerator="Discharges from recovery beds to the usual home",
    denominator="Live discharges from recovery beds",
    source="Partnership annual report 2021, redefined",
    owner=COMMUNITY,
    review_by=SPRING,
)

"""What is counted as 'connected and went'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

NETWORK_REACH = Measure(
    code="network-reach",
    title="Connected and went",
    number="M34",
    definition="People aged 50 and over who were introduced and then went.",
    numerator="People introduced who attended",
    denominator="People linked in the period",
    source="Partnership annual report 2021",
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)

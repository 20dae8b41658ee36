"""What is counted as 'connected and went'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

NETWORK_REACH = Measure(
    code="network-reach",
    title="Connected and went",
    number="M34",
    kind="share",
    question="Do people who are introduced to something near them go?",
    definition="People of 50 and over who were introduced to a group or activity, and whether they went.",
    numerator="People introduced who went",
    denominator="People linked in the period",
    population="People aged 50 and over, linked by the neighbourhood network schemes",
    clock_rule="Counted on the day of the introduction; asked again after 4 weeks",
    exclusions=("People living in a care home",),
    source=ANNUAL_REPORT,
    definition_source="Local proposal",
    local_proposal=True,
    cannot_tell=("Whether it helped",),
    waits_for="introductions and whether people went (work with communities is not built yet)",
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)

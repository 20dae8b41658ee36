"""What is counted as 'referrals to early intervention'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

RECOVERY_REFERRALS = Measure(
    code="recovery-referrals",
    title="Referrals to early intervention",
    number="M6",
    definition="Distinct accepted referrals; one reopened within 24 hours counts once.",
    numerator="Distinct referrals accepted in the period",
    denominator="None: a count",
    unit="count",
    source="Partnership annual report 2021: 18,031 in a year",
    direction="neutral",
    owner=COMMUNITY,
    review_by=SPRING,
)

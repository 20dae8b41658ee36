"""What is counted as 'people who came by themselves'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

SELF_REFERRAL_SHARE = Measure(
    code="self-referral-share",
    title="People who came by themselves",
    number="M33",
    definition="Accepted referrals made by the person or their carer.",
    numerator="Accepted referrals made by the person or a carer",
    denominator="Accepted referrals",
    source="Implementation plan 2024",
    owner=COMMUNITY,
    review_by=SPRING,
)

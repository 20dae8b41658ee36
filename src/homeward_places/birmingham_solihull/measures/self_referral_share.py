"""What is counted as 'people who came by themselves'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

SELF_REFERRAL_SHARE = Measure(
    code="self-referral-share",
    title="People who came by themselves",
    number="M33",
    kind="share",
    question="Can people get help without somebody else's letter?",
    definition="Accepted referrals, and whether the person or their carer made them.",
    numerator="Accepted referrals made by the person or a carer",
    denominator="Accepted referrals",
    population="Everybody referred to a community service of the place",
    clock_rule="Counted on the day the referral was first accepted",
    exclusions=("Parts of a referral that a team made from the whole",),
    source=PLAN,
    definition_source="Community Services Data Set, source of referral",
    chart="p",
    cannot_tell=(
        "Who did not find the door",
        "Referrals that a professional sent because the person could not",
    ),
    waits_for="the moment at which each referral was accepted",
    owner=COMMUNITY,
    review_by=SPRING,
)

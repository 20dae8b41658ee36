"""What is counted as 'referrals to early intervention'?"""

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

RECOVERY_REFERRALS = Measure(
    code="recovery-referrals",
    title="Referrals to early intervention",
    number="M6",
    kind="count",
    question="How many people are referred to the community recovery team, and taken on?",
    definition="Referrals that the community recovery team accepted; one that comes back within 24 hours of its end counts once.",
    numerator="Distinct referrals accepted in the period",
    denominator="None: a count",
    population="Everybody referred to the early intervention community team",
    clock_rule="Counted on the day the team first accepted. A new referral of the same person less than 24 hours after the last one ended is the same referral.",
    exclusions=("Referrals that were declined, withdrawn or answered with advice before anybody accepted",),
    unit="count",
    stated=(
        Stated(
            role="result",
            words="18,031 referrals",
            value=18031.0,
            period=RESULTS_YEAR,
            definition="Referrals into the early intervention community team, then a new service; whether re-opened ones count twice is not said",
            source=ANNUAL_REPORT,
        ),
    ),
    source=ANNUAL_REPORT,
    definition_source="Local proposal for what counts once",
    local_proposal=True,
    direction="neutral",
    cannot_tell=(
        "Whether more is better: a count rises with need, with supply and with how things are written down",
        "How many people: one person may be referred twice in a year",
    ),
    waits_for="the moment at which each referral was accepted",
    beside=("self-referral-share",),
    owner=COMMUNITY,
    review_by=SPRING,
)

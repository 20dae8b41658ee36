"""What is counted as 'referrals to early intervention'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

SERVICE = "early-intervention-community-team"


def rows(tables: Any) -> Any:
    """One row for each referral that the community recovery team accepted, under the moment of acceptance."""
    import ibis  # only where numbers are compiled

    asked = tables.referrals.filter(tables.referrals.accepted_service == SERVICE)
    before = ibis.window(group_by=asked.person_id, order_by=[asked.received_at, asked.referral_id])
    known = asked.mutate(last_ended=asked.ended_at.lag().over(before))
    came_back = (known.received_at >= known.last_ended) & (
        known.received_at < known.last_ended + ibis.interval(hours=24)
    )
    judged = told(
        known,
        (came_back, "excluded", "Came back within 24 hours of its end: counted once", True),
        (None, "met", "Accepted", True),
    )
    return shown(
        judged.drop("team").rename(team="accepted_team"),
        tables,
        row_id="referral_id",
        started_at="accepted_at",
        own=("need", "team", "source", "locality"),
    )


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
    beside=("self-referral-share",),
    row="referral",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)

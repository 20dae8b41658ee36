"""What is counted as 'people who came by themselves'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

THEMSELVES = ("citizen", "carer")


def rows(tables: Any) -> Any:
    """One row for each accepted referral that is not a part of another."""
    asked = tables.referrals.filter(tables.referrals.accepted_at.notnull(), tables.referrals.part_of.isnull())
    judged = told(
        asked,
        (
            asked.requester.isin(THEMSELVES) | (asked.source == "citizen"),
            "met",
            "The person or their carer asked",
            True,
        ),
        (None, "not_met", "Somebody else asked for them", True),
    )
    return shown(
        judged.drop("team").rename(team="accepted_team"),
        tables,
        row_id="referral_id",
        started_at="accepted_at",
        own=("need", "team", "source", "locality"),
    )


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
    definition_version="Version 1.6, current in February 2026",
    chart="p",
    cannot_tell=(
        "Who did not find the door",
        "Referrals that a professional sent because the person could not",
    ),
    row="referral",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)

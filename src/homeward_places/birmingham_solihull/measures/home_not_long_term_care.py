"""What is counted as 'home, not long-term care'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.discharge.endings import DESTINATIONS
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def _codes(*kinds: str) -> list[str]:
    return [each.code for each in DESTINATIONS if each.kind in kinds]


def rows(tables: Any) -> Any:
    """One row for each stay in a recovery bed that is over."""
    left = tables.bed_stays.filter(tables.bed_stays.left_at.notnull())
    judged = told(
        left,
        (left.destination.isin(_codes("died")), "excluded", "Died in the bed", True),
        (left.destination.isin(_codes("hospital")), "excluded", "Went back to an acute hospital", True),
        (left.destination.isin(_codes("community_bed")), "excluded", "Moved to another recovery bed", True),
        (left.destination.isin(_codes("home")), "met", "Went home", True),
        (left.destination.isin(_codes("care_home")), "not_met", "Went into a care home that was new to them", True),
        (None, "not_met", "Went elsewhere, or nobody wrote down where", False),
    )
    return shown(judged, tables, row_id="bed_stay_id", started_at="left_at", own=("team",))


HOME_NOT_LONG_TERM_CARE = Measure(
    code="home-not-long-term-care",
    title="Home, not long-term care",
    number="M2",
    kind="share",
    question="Do people leave a recovery bed for their own home?",
    definition="People who left a recovery bed alive, and whether they went to where they usually live.",
    numerator="Discharges from recovery beds to the usual home",
    denominator="Discharges from recovery beds of people who were alive",
    population="Everybody who left a recovery bed, of any age",
    clock_rule="Counted on the London day on which they left the bed",
    exclusions=(
        "People who died in the bed",
        "People who went to an acute hospital: their stay in recovery was broken off and counts when it ends for good",
    ),
    stated=(
        Stated(
            role="goal",
            words="26% go home rather than into long-term care",
            value=26.0,
            period="2020/21",
            definition="Share of patients enabled to go home rather than be admitted into long-term care; out of whom is not said",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="result",
            words="6.4% more likely to go home",
            value=6.4,
            period=RESULTS_YEAR,
            definition="Relative rise in the chance of going home when leaving a non-acute bed; against which year is not said",
            source=ANNUAL_REPORT,
        ),
    ),
    not_comparable="The goal is a share of people and the result is a relative change in a chance: 26 and 6.4 are not steps on one scale. The report itself says that the pandemic and the new discharge rules of 2020 skewed what the goals were set for.",
    source=ANNUAL_REPORT,
    definition_source="Redefined as a share of live discharges from recovery beds",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "Whether they stayed there: see 91 days later",
        "Whether home was what the person wanted",
        "How frail those were who came: beds for harder recoveries send fewer people home",
    ),
    beside=("still-home-91-days",),
    row="bed_stay",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)

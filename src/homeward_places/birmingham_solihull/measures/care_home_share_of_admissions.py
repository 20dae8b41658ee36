"""What is counted as 'emergency admissions that come from care homes'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

EMERGENCY = "emergency"


def rows(tables: Any) -> Any:
    """One row for each hospital stay; a hospital that never tells who came from a care home is not taken for one with none."""
    telling = tables.stays.filter(tables.stays.from_care_home).select(tells="hospital").distinct()
    known = tables.stays.left_join(telling, tables.stays.hospital == telling.tells)
    judged = told(
        known,
        ((known.method != EMERGENCY).fill_null(True), "excluded", "Planned, from another hospital, or not known how", True),
        (known.tells.isnull(), "excluded", "Their hospital has never told of anybody from a care home", False),
        (known.from_care_home, "met", "From a care home", True),
        (None, "not_met", "From elsewhere", True),
    )
    return shown(judged, tables, row_id="stay_id", started_at="admitted_at", own=("team",))


CARE_HOME_SHARE_OF_ADMISSIONS = Measure(
    code="care-home-share-of-admissions",
    title="Emergency admissions that come from care homes",
    number="M10",
    kind="share",
    question="How many of the people admitted in an emergency live in a care home?",
    definition="Emergency admissions, and whether the person came from a care home. Until the days that beds were occupied are known this stands in for the rate that the plan asks for.",
    numerator="Emergency admissions of people who came from a care home",
    denominator="Emergency admissions to hospitals that tell who comes from a care home",
    population="Everybody admitted in an emergency, of any age",
    clock_rule="Counted on the day of admission",
    exclusions=(
        "Planned admissions",
        "Moves between hospitals",
        "Hospitals that have never told of anybody from a care home",
    ),
    source=ANNUAL_REPORT,
    definition_source="Local proposal: as the ward wrote down where the person came from",
    local_proposal=True,
    direction="down",
    chart="p",
    cannot_tell=(
        "How many people live in care homes: with more residents there are more admissions",
        "Whether an admission could have been avoided",
        "Those whose ward did not write down where they came from: they count as from elsewhere",
    ),
    beside=("care-home-emergency-admissions",),
    row="stay",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

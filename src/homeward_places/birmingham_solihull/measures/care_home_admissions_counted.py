"""What is counted as 'people brought to hospital from a care home'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

EMERGENCY = "emergency"


def rows(tables: Any) -> Any:
    """One row for each hospital stay that began from a care home."""
    came = tables.stays.filter(tables.stays.from_care_home)
    judged = told(
        came,
        (came.method == EMERGENCY, "met", "Admitted in an emergency", True),
        (None, "excluded", "Planned, from another hospital, or not known how", True),
    )
    return shown(judged, tables, row_id="stay_id", started_at="admitted_at", own=("team",))


CARE_HOME_ADMISSIONS_COUNTED = Measure(
    code="care-home-admissions-counted",
    title="People brought to hospital from a care home",
    number="M10",
    kind="count",
    question="How many people are brought from a care home to hospital in an emergency?",
    definition="Hospital stays that began from a care home in an emergency. Without the days that beds were occupied it is a count, not yet the rate that the plan asks for.",
    numerator="Emergency admissions of people who came from a care home",
    denominator="None: a count",
    population="People whom the ward wrote down as living in a care home when they came, of any age",
    clock_rule="Counted on the day of admission",
    exclusions=(
        "Planned admissions",
        "Moves between hospitals",
    ),
    unit="count",
    source=ANNUAL_REPORT,
    definition_source="Local proposal: as the ward wrote down where the person came from",
    local_proposal=True,
    direction="down",
    chart="c",
    cannot_tell=(
        "How many people live in care homes: with more residents there are more admissions",
        "Whether an admission could have been avoided",
        "Which home they came from",
    ),
    beside=("care-home-emergency-admissions",),
    row="stay",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

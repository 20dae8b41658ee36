"""What is counted as 'people in emergency departments 5 times a year or more'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.emergency_use import attenders
from homeward_places.birmingham_solihull.measures.rows import A_YEAR_BACK, shown, told

A_YEAR = 5


def rows(tables: Any) -> Any:
    """One row for each adult with an attendance in the last 365 days."""
    known = attenders(tables, youngest=18)
    judged = told(
        known,
        (known.times >= A_YEAR, "met", "5 attendances or more in the year", True),
        (None, "not_met", "Fewer", True),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


HIGH_INTENSITY_FIVE_A_YEAR = Measure(
    code="high-intensity-five-a-year",
    title="People in emergency departments 5 times a year or more",
    number="M16",
    kind="share",
    question="How many of the people who come to emergency departments come very often?",
    definition="Adults with at least one attendance in the 12 months, and whether they had 5 attendances or more in a year.",
    numerator="Adults with 5 attendances or more in a year",
    denominator="Adults with at least one attendance in the 12 months",
    population="Adults of 18 and over in shared records",
    clock_rule="The 365 days up to the latest count, each attendance on its own day",
    exclusions=(
        "Planned follow-up attendances",
        "People under 18",
    ),
    stated=(
        Stated(
            role="result",
            words="Emergency attendances down by 15%, or by 30%",
            value=None,
            period="Pilot, before 2024",
            definition="Change in one pilot, before against after, without controls; two papers give two figures",
            source="Consultants' case study, and the integrated care board's news",
        ),
    ),
    source=PLAN,
    definition_source="British Red Cross definition: 5 or more in a year",
    direction="down",
    cannot_tell=(
        "Whether anybody was helped: people chosen for a bad year have a better one next (regression to the mean)",
        "Why they came",
        "Attendances at departments that do not share their records",
    ),
    beside=("high-intensity-monthly",),
    row="person",
    no_series=A_YEAR_BACK,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

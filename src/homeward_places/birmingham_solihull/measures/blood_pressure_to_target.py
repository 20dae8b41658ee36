"""What is counted as 'blood pressure treated to target'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.clinical_codes import HYPERTENSION
from homeward_places.birmingham_solihull.measures.health_records import known_people, last_pressure, living_with
from homeward_places.birmingham_solihull.measures.rows import AS_THINGS_STAND, shown, told

OLDER = 80
# The highest figures that are within: in a clinic and at home, below 80 and from 80 on.
CLINIC, HOME, CLINIC_OLDER, HOME_OLDER = (140, 90), (135, 85), (150, 90), (145, 85)


def rows(tables: Any) -> Any:
    """One row for each adult with a diagnosis of hypertension."""
    people, last = known_people(tables, youngest=18), last_pressure(tables)
    diagnosed = living_with(tables, HYPERTENSION).rename(of_diagnosed="of")
    known = people.inner_join(diagnosed, people.person_id == diagnosed.of_diagnosed)
    known = known.left_join(last, known.person_id == last.of)
    top, bottom = (
        known.home.ifelse(
            (known.reaches >= OLDER).ifelse(HOME_OLDER[part], HOME[part]),
            (known.reaches >= OLDER).ifelse(CLINIC_OLDER[part], CLINIC[part]),
        )
        for part in (0, 1)
    )
    judged = told(
        known,
        (known.systolic.isnull(), "not_met", "No reading in the last 12 months", False),
        (
            (known.systolic <= top) & (known.diastolic <= bottom) & known.home,
            "met",
            "Within the threshold at home",
            True,
        ),
        ((known.systolic <= top) & (known.diastolic <= bottom), "met", "Within the threshold in a clinic", True),
        (known.home, "not_met", "Above the threshold at home", True),
        (None, "not_met", "Above the threshold in a clinic", True),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


BLOOD_PRESSURE_TO_TARGET = Measure(
    code="blood-pressure-to-target",
    title="Blood pressure treated to target",
    number="M25",
    kind="share",
    question="Is the blood pressure of people with hypertension as low as it should be?",
    definition="Adults with hypertension, and whether their last reading within 12 months was within the threshold for their age and for where it was taken.",
    numerator="Those whose last reading within 12 months was at or below the threshold",
    denominator="Adults with a diagnosis of hypertension",
    population="People aged 18 and over with hypertension, whose records partners share with us",
    clock_rule="Last reading in the 365 days up to the latest count. Under 80: 140/90 in a clinic, 135/85 at home. 80 and over: 150/90 in a clinic, 145/85 at home. Both figures must be within; at the threshold is within.",
    exclusions=("People who have died",),
    target=80,
    target_words="80% by March 2025",
    target_by="NHS England (from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="CVDPREVENT, national audit of primary care; indicator names as of 2024 (CVDP007HYP); thresholds of NICE NG136, home readings 5 lower",
    definition_version="Indicator names as of 2024; thresholds of NICE NG136",
    cannot_tell=(
        "Anything about people whose practice does not share its records",
        "Whether a reading was well taken",
        "Whether treatment is right for a very frail person",
    ),
    beside=("hypertension-found",),
    row="person",
    no_series=AS_THINGS_STAND,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

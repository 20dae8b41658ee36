"""What is counted as 'high blood pressure found'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.clinical_codes import HYPERTENSION
from homeward_places.birmingham_solihull.measures.health_records import known_people, last_pressure, living_with
from homeward_places.birmingham_solihull.measures.rows import AS_THINGS_STAND, shown, told

RAISED_CLINIC, RAISED_HOME = (140, 90), (135, 85)


def rows(tables: Any) -> Any:
    """One row for each adult with a diagnosis, or with a last reading that was raised."""
    people, last = known_people(tables, youngest=18), last_pressure(tables)
    diagnosed = living_with(tables, HYPERTENSION).rename(of_diagnosed="of")
    known = people.left_join(diagnosed, people.person_id == diagnosed.of_diagnosed)
    known = known.left_join(last, known.person_id == last.of)
    top, bottom = (known.home.ifelse(home, clinic) for home, clinic in zip(RAISED_HOME, RAISED_CLINIC, strict=True))
    raised = (known.systolic >= top) | (known.diastolic >= bottom)
    known = known.filter(known.has.fill_null(False) | raised.fill_null(False))
    judged = told(
        known,
        (known.has, "met", "Diagnosis on record", True),
        (known.home, "not_met", "Last reading at home was raised, and no diagnosis is on record", True),
        (None, "not_met", "Last reading was raised, and no diagnosis is on record", True),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


HYPERTENSION_FOUND = Measure(
    code="hypertension-found",
    title="High blood pressure found",
    number="M21",
    kind="share",
    question="Of the adults whose records show high blood pressure, how many have been told it is hypertension?",
    definition="Adults with hypertension on record, or whose last blood pressure within 12 months was at or above the threshold for diagnosis, and whether the diagnosis is on record.",
    numerator="Adults with a diagnosis of hypertension on record",
    denominator="Those, and adults without it whose last reading within 12 months was raised",
    population="People aged 18 and over whose records partners share with us",
    clock_rule="Last reading in the 365 days up to the latest count. Raised: 140/90 or more in a clinic, 135/85 or more at home.",
    exclusions=(
        "People who have died",
        "Adults with neither a diagnosis nor a raised reading",
    ),
    target=80,
    target_words="80% by 2029",
    target_by="NHS England (ambition from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="CVDPREVENT, national audit of primary care; indicator names as of 2024 (CVDP001HYP, CVDP005HYP). The national indicator divides by an estimate of how many have it; none is stored here, so raised readings stand in for those not found",
    definition_version="Indicator names as of 2024",
    cannot_tell=(
        "Anything about people whose practice does not share its records",
        "Whether a reading was well taken",
        "How many never had their blood pressure taken: it is higher than the truth for that reason",
    ),
    beside=("blood-pressure-to-target",),
    row="person",
    no_series=AS_THINGS_STAND,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

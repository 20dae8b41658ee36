"""What is counted as 'cholesterol treated to target'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.clinical_codes import HEART_AND_VESSELS
from homeward_places.birmingham_solihull.measures.health_records import known_people, last_non_hdl, living_with
from homeward_places.birmingham_solihull.measures.rows import AS_THINGS_STAND, shown, told

HIGHEST = 2.6


def rows(tables: Any) -> Any:
    """One row for each adult with disease of heart or vessels."""
    people, last = known_people(tables, youngest=18), last_non_hdl(tables)
    living = living_with(tables, HEART_AND_VESSELS).rename(of_living="of")
    known = people.inner_join(living, people.person_id == living.of_living)
    known = known.left_join(last, known.person_id == last.of)
    judged = told(
        known,
        (known.non_hdl.isnull(), "not_met", "No result in the last 12 months", False),
        (known.non_hdl.round(2) <= HIGHEST, "met", "Within the threshold", True),
        (None, "not_met", "Above the threshold", True),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


CHOLESTEROL_TO_TARGET = Measure(
    code="cholesterol-to-target",
    title="Cholesterol treated to target",
    number="M26",
    kind="share",
    question="Is the cholesterol of people with heart or vessel disease low enough?",
    definition="Adults with disease of heart or vessels, and whether their last cholesterol within 12 months was within the threshold.",
    numerator="Those whose last non-HDL cholesterol within 12 months was 2.6 mmol/l or less",
    denominator="Adults with disease of heart or vessels on record",
    population="People aged 18 and over with disease of heart or vessels, whose records partners share with us",
    clock_rule="Last result in the 365 days up to the latest count; non-HDL is total less HDL of the same day",
    exclusions=("People who have died",),
    target=65,
    target_words="65%",
    target_by="NHS England (from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="CVDPREVENT, national audit of primary care; indicator names as of 2024 (CVDP012CHOL); threshold from working knowledge",
    definition_version="Indicator name as of 2024; threshold from working knowledge",
    cannot_tell=(
        "Anything about people whose practice does not share its records",
        "Whether a reading was well taken",
        "Anything about people at risk who have no disease yet: that needs a risk score",
    ),
    row="person",
    no_series=AS_THINGS_STAND,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

"""What is counted as 'mental health ward calls where the person stayed'?"""

from typing import Any

from homeward.grammar.api import Measure, SmallNumbers, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

CALLER = "mental-health-ward"


def rows(tables: Any) -> Any:
    """One row for each advised call from a mental health ward."""
    calls = tables.decisions.filter(tables.decisions.kind == "call", tables.decisions.way == CALLER)
    advised = calls.filter(calls.decided_at.notnull())
    judged = told(
        advised,
        (advised.decided_hospital, "not_met", "Advised to go to hospital", True),
        (None, "met", "Advised to stay", True),
    )
    return shown(judged, tables, row_id="decision_id", started_at="decided_at", own=("team",))


MENTAL_HEALTH_WARD_CALLS = Measure(
    code="mental-health-ward-calls",
    title="Mental health ward calls where the person stayed",
    number="M9",
    kind="share",
    question="When a mental health ward rings the advice line, does the person stay on their ward?",
    definition="Calls from mental health wards to the advice line that ended with advice, and whether the advice was to stay.",
    numerator="Advised calls from mental health wards where the person stayed where they were",
    denominator="Advised calls from mental health wards",
    population="People on older adult mental health wards, 65 and over for the most part",
    clock_rule="Counted on the day the advice was signed; a later advice on the same call replaces the earlier one",
    exclusions=("Calls that ended without advice",),
    stated=(
        Stated(
            role="result",
            words="7 of 8 stayed: 88%, with an interval from 53% to 98%",
            value=87.5,
            period="Four weeks in 2021, one ward",
            definition="People who stayed at Reservoir Court out of all calls from there in a four-week pilot",
            source=ANNUAL_REPORT,
        ),
    ),
    source=ANNUAL_REPORT,
    definition_source="The pilot at Reservoir Court as the report tells it; Wilson interval at 95%",
    local_proposal=True,
    direction="up",
    chart="p",
    small_numbers=SmallNumbers(beside="Always shown with its interval: eight calls cannot tell 53% from 98%."),
    cannot_tell=(
        "Whether those who stayed would have been sent to hospital without the call",
        "Anything about other wards: the pilot was one ward with eight calls",
    ),
    beside=("admissions-avoided",),
    row="decision",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)

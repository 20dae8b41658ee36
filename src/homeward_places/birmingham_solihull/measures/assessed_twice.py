"""What is counted as 'assessed twice'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each finished assessment."""
    done = tables.assessments
    other = done.select(
        of="person_id", kind="assessment", elsewhere="organisation", earlier="finished_at", holds_until="valid_until"
    )
    again = (
        done.inner_join(
            other,
            [
                done.person_id == other.of,
                done.assessment == other.kind,
                done.organisation != other.elsewhere,
                other.earlier < done.finished_at,
                other.holds_until > done.finished_at,
            ],
        )
        .select("response_id")
        .distinct()
        .mutate(again=True)
    )
    known = done.left_join(again, "response_id")
    judged = told(
        known,
        (known.again, "met", "Another organisation's assessment of the same kind still held", True),
        (known.valid_until.isnull(), "excluded", "It has no time for which it holds good", True),
        (None, "not_met", "No other one held", True),
    )
    return shown(judged, tables, row_id="response_id", started_at="finished_at")


ASSESSED_TWICE = Measure(
    code="assessed-twice",
    title="Assessed twice",
    kind="share",
    question="'I want to be assessed only once': how often is an assessment done again while one still holds?",
    definition="Finished assessments, and whether another of the same kind, by another organisation, still held for that person.",
    numerator="Assessments finished while one of the same kind by another organisation was still valid",
    denominator="Assessments finished",
    population="Everybody who was assessed",
    clock_rule="Counted on the day the assessment was finished; valid until its own last day",
    exclusions=("Assessments without a time for which they hold good",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=("Whether it was needed because the person had changed",),
    beside=("trusted-assessments-used",),
    row="form",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

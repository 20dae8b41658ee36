"""What is counted as 'admissions avoided'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.looked_up import THREE_DAYS, looked_up


def rows(tables: Any) -> Any:
    """One row for each advice or decision about somebody who was going to be taken to hospital or admitted."""
    decisions = tables.decisions.filter(tables.decisions.intended_hospital, tables.decisions.decided_at.notnull())
    return looked_up(decisions, tables, hours=THREE_DAYS)


ADMISSIONS_AVOIDED = Measure(
    code="admissions-avoided",
    title="Admissions avoided",
    number="M1",
    kind="share",
    question="Of the people who were going to be taken to hospital or admitted, how many were not?",
    definition="Somebody wrote down first that they meant to take the person to hospital or to admit them; advice or a decision followed, and the person was not admitted in the next 72 hours.",
    numerator="Decisions meant for hospital after which the person was not admitted, and did not die, within 72 hours",
    denominator="All decisions meant for hospital",
    population="Hospital decisions and calls about people living in Birmingham or Solihull, of any age, as the place's lines and doors recorded them",
    clock_rule="72 hours from the advice or the decision; an admission at exactly 72 hours is outside. Too early to say until the 72 hours are over and every hospital has told of something later.",
    exclusions=(
        "Calls about somebody who was never named",
        "Calls and arrivals where nobody had yet decided what they meant to do",
    ),
    stated=(
        Stated(
            role="goal",
            words="3,650 admissions prevented",
            value=3650.0,
            period="2020/21",
            definition="Unnecessary hospital admissions prevented in a year; the report does not say how they are counted",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="result",
            words="15,399 admissions avoided",
            value=15399.0,
            period=RESULTS_YEAR,
            definition="Admissions avoided in a year (42 a day); the report does not say who decided that one was avoided",
            source=ANNUAL_REPORT,
        ),
    ),
    not_comparable="Neither figure says how an avoided admission was counted, so the result cannot be read as four times the goal. The report itself says that the pandemic and the new discharge rules of 2020 skewed what the goals were set for.",
    source=ANNUAL_REPORT,
    definition_source="Local proposal: what was meant is written down before what was decided, and cannot be changed afterwards",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "Whether the person would in truth have been admitted: nobody sees what did not happen",
        "Whether staying out of hospital was better for the person: read it beside the safety figure",
        "What hospitals outside the partnership did, unless they tell us",
    ),
    beside=(
        "admissions-avoided-7-days",
        "safe-after-response",
    ),
    row="decision",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)

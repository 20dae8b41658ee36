"""What is counted as 'admissions avoided, looked at after 7 days'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.looked_up import A_WEEK, looked_up


def rows(tables: Any) -> Any:
    """One row for each advice or decision about somebody who was going to be taken to hospital or admitted."""
    decisions = tables.decisions.filter(tables.decisions.intended_hospital, tables.decisions.decided_at.notnull())
    return looked_up(decisions, tables, hours=A_WEEK)


ADMISSIONS_AVOIDED_7_DAYS = Measure(
    code="admissions-avoided-7-days",
    title="Admissions avoided, looked at after 7 days",
    number="M1",
    kind="share",
    question="Of the people who were going to be admitted and were not, how many were still out of hospital a week later?",
    definition="The same decisions as 'Admissions avoided', looked at 7 days afterwards.",
    numerator="Decisions meant for hospital after which the person was not admitted, and did not die, within 7 days",
    denominator="All decisions meant for hospital",
    population="Hospital decisions and calls about people living in Birmingham or Solihull, of any age, as the place's lines and doors recorded them",
    clock_rule="7 days of 24 hours from the advice or the decision. Too early to say until they are over and every hospital has told of something later.",
    exclusions=(
        "Calls about somebody who was never named",
        "Calls and arrivals where nobody had yet decided what they meant to do",
    ),
    source=ANNUAL_REPORT,
    definition_source="Local proposal; the longer look beside the 72 hours",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "Whether the person would in truth have been admitted: nobody sees what did not happen",
        "Whether a later admission had anything to do with the first decision",
    ),
    beside=("admissions-avoided",),
    row="decision",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)

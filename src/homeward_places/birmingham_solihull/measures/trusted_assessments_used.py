"""What is counted as 'trusted assessments used'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each assessment that a provider was given to trust."""
    given = tables.trusted_shares
    judged = told(
        given,
        (given.state == "accepted", "met", "The provider accepted it", True),
        (given.state == "withdrawn", "excluded", "Taken back by whoever gave it", True),
        (
            (given.state == "ended") | (given.valid_until <= tables.as_of),
            "not_met",
            "Ran out before the provider accepted it",
            True,
        ),
        (None, "too_early", "The provider can still accept it", True),
    )
    return shown(judged, tables, row_id="share_id", started_at="shared_at")


TRUSTED_ASSESSMENTS_USED = Measure(
    code="trusted-assessments-used",
    title="Trusted assessments used",
    kind="share",
    question="'I want to be assessed only once': do providers use the assessment they are given?",
    definition="Assessments given to a provider to trust, and whether the provider accepted them.",
    numerator="Assessments accepted by the provider",
    denominator="Assessments given to a provider",
    population="People going to a provider under a trusted assessment agreement",
    clock_rule="Counted on the day it was given; too early to say while it can still be accepted",
    exclusions=("Assessments taken back by whoever gave them",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    chart="p",
    cannot_tell=("Whether the provider assessed again without saying so",),
    beside=("assessed-twice",),
    row="assessment",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

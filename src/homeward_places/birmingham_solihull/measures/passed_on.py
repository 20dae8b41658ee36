"""What is counted as 'referrals passed on or handed back'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

UNSETTLED = ("received", "triaged", "placed")


def rows(tables: Any) -> Any:
    """One row for each referral that is not a part of another."""
    asked = tables.referrals.filter(tables.referrals.part_of.isnull())
    judged = told(
        asked,
        (asked.passed_on > 1, "met", "Passed on or handed back more than once", True),
        (asked.passed_on == 1, "met", "Passed on or handed back once", True),
        (asked.state.isin(UNSETTLED), "too_early", "Nobody has accepted it yet", True),
        (None, "not_met", "Stayed with the first team it was placed with", True),
    )
    return shown(
        judged, tables, row_id="referral_id", started_at="received_at", own=("need", "team", "source", "locality")
    )


PASSED_ON = Measure(
    code="passed-on",
    title="Referrals passed on or handed back",
    kind="share",
    question="'I want help, not barriers': how often is a request sent on to somebody else?",
    definition="Referrals received, and whether any team declined or handed back before somebody saw the person.",
    numerator="Referrals declined or handed back at least once",
    denominator="Referrals received",
    population="Everybody referred to the place's hub",
    clock_rule="Counted on the day the referral was received",
    exclusions=("Parts of a referral that a team made from the whole",),
    target=0,
    target_words="As near to none as can be",
    target_by="Local proposal, not yet agreed",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    chart="p",
    cannot_tell=("Whether passing it on was right: the first guess may have been wrong",),
    beside=("first-human",),
    row="referral",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

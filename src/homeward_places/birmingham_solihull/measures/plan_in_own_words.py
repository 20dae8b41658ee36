"""What is counted as 'plans that begin with the person's own words'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each plan in which something is written."""
    plans = tables.care_plans.filter(tables.care_plans.lines > 0)
    judged = told(
        plans,
        (plans.own_lines > 0, "met", "The person, or whoever acts for them, wrote in it", True),
        (None, "not_met", "Only staff or partners wrote in it", True),
    )
    return shown(judged, tables, row_id="plan_id", started_at="begun_at")


PLAN_IN_OWN_WORDS = Measure(
    code="plan-in-own-words",
    title="Plans that begin with the person's own words",
    kind="share",
    question="'I want to be in control and plan my care': does the plan say in my words what matters to me?",
    definition="Plans with at least one line, and whether a line by the person, or whoever acts for them, stands in it.",
    numerator="Plans with a standing line of the person or their proxy",
    denominator="Plans with at least one line",
    population="Everybody with a plan",
    clock_rule="Counted on the day the plan was begun, as it stands now",
    exclusions=("Plans in which nothing has been written",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    chart="p",
    cannot_tell=("Whether those who gave care did what it says",),
    row="plan",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)

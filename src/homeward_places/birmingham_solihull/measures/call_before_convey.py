"""What is counted as 'call before convey'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each call from a crew, and for each arrival that a crew brought without a call.

    An arrival after a call is no second incident: its call is counted.
    """
    brought = tables.decisions.filter(tables.decisions.conveyed)
    incidents = brought.filter((brought.kind == "call") | ~brought.called.fill_null(False))
    judged = told(
        incidents,
        (incidents.eligible.isnull(), "excluded", "Age or signs of danger not known", False),
        (~incidents.eligible, "excluded", "The rule was not about them", True),
        (incidents.kind == "call", "met", "The crew rang first", True),
        (None, "not_met", "Brought to the door without a call", True),
    )
    return shown(judged, tables, row_id="decision_id", started_at="met_at", own=("team",))


CALL_BEFORE_CONVEY = Measure(
    code="call-before-convey",
    title="Call before convey",
    number="M20",
    kind="share",
    question="Do ambulance crews ring a senior clinician before they take an older person to hospital?",
    definition="Incidents where the rule says that the crew rings first, and whether it rang.",
    numerator="Eligible incidents with a call",
    denominator="Eligible incidents: calls from crews about eligible people, and eligible people who were brought to a door without a call",
    population="People whom an ambulance crew attended and whom the place's rule covers: 65 and over, life not in danger",
    clock_rule="Counted on the day the call was answered, or the person arrived at the door",
    exclusions=(
        "Incidents where age or signs of danger were not known, so that nobody can say whether the rule applied",
    ),
    source=PLAN,
    definition_source="Local proposal; the plan names the aim and no rule",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "How many eligible people were left at home without a call: their crews neither rang nor reached a door",
        "Whether the call changed anything",
    ),
    clock="call-answered",
    beside=(
        "not-conveyed-safely",
        "safe-after-response",
    ),
    row="decision",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)

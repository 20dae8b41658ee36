"""What is counted as 'left at home after a call, and safe'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.looked_up import THREE_DAYS, looked_up


def rows(tables: Any) -> Any:
    """One row for each call from a crew after which the person was not taken to a hospital bed."""
    calls = tables.decisions.filter(tables.decisions.kind == "call", tables.decisions.conveyed)
    stayed = calls.filter(calls.decided_at.notnull(), ~calls.decided_hospital)
    return looked_up(stayed, tables, hours=THREE_DAYS)


NOT_CONVEYED_SAFELY = Measure(
    code="not-conveyed-safely",
    title="Left at home after a call, and safe",
    number="M20",
    kind="share",
    question="When a crew rang and the person stayed at home, were they still safe three days later?",
    definition="Calls from crews after which the person was not taken to a hospital bed, and whether they were admitted or died within 72 hours.",
    numerator="Those who were neither admitted nor died within 72 hours",
    denominator="Calls from crews advised otherwise than hospital",
    population="People whom a crew rang about and who stayed at home",
    clock_rule="72 hours from the signed advice; an admission at exactly 72 hours is outside",
    exclusions=("Calls about somebody who was never named",),
    source=PLAN,
    definition_source="Local proposal",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "Whether a death was expected",
        "Whether the person was well: only that they were not admitted and did not die",
    ),
    beside=("call-before-convey",),
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)

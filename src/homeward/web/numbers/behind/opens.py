"""Which page shows one row of a number, and may the asker open it? By what the measure says its rows are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.grammar.api import Measure
from homeward.measures.api import Behind
from homeward.web.asker import may


@dataclass(frozen=True, kw_only=True)
class Opens:
    """A page for one kind of row: its name, the permission that opens it, and what of the row its address takes."""

    page: str
    permission: str
    takes: Callable[[Behind], tuple[object, ...]]


# A decision, a 91st-day call and a row without a kind have no page of their own.
PAGES: Mapping[str, Opens] = {
    "referral": Opens(page="hub_referral", permission="hub.view", takes=lambda row: (row.row_id,)),
    "person": Opens(page="person", permission="person.view", takes=lambda row: (row.row_id,)),
    "visit": Opens(page="visit", permission="visit.view", takes=lambda row: (row.row_id,)),
    "stay": Opens(page="flow_stay", permission="flow.view", takes=lambda row: (row.row_id,)),
    "bed_stay": Opens(page="flow_bed", permission="bed_stay.view", takes=lambda row: (row.row_id,)),
    "plan": Opens(page="plan", permission="plan.view", takes=lambda row: (row.person_id,)),
    "form": Opens(page="answers", permission="plan.view", takes=lambda row: (row.person_id, row.row_id)),
    "answer": Opens(page="answers", permission="plan.view", takes=lambda row: (row.person_id, row.row_id)),
    "assessment": Opens(page="assessment", permission="assessment.view", takes=lambda row: (row.row_id,)),
}


def opens(measure: Measure, rows: Sequence[Behind], *, by: Actor) -> dict[UUID, str]:
    """The addresses of the rows' pages by row id: of those about people whom this asker's role and teams may open."""
    known = PAGES.get(measure.row)
    if known is None or not may(by, known.permission):
        return {}
    near = gate.near({row.person_id for row in rows if row.person_id}, by=by)
    return {row.row_id: reverse(known.page, args=known.takes(row)) for row in rows if row.person_id in near}

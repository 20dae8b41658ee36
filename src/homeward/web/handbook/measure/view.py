"""What does one number count, out of what, by whose definition, against which target, and what can it not tell?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.grammar.api import MEASURE_KINDS
from homeward.web.asker import may
from homeward.web.handbook.kept import kept
from homeward.web.handbook.shown import NOWHERE, shown
from homeward.web.page import PageRequest, page

CHARTS = {
    "xmr": "Single values with their moving range (XmR)", "p": "Shares (p)", "u": "Rates (u)", "c": "Counts (c)",
    "g": "Events between two of a kind (g)", "t": "Time between two of a kind (t)",
}  # fmt: skip
ROLES = {"goal": "Goal", "result": "Result", "baseline": "Before"}


@page("handbook.view", methods=("GET",))
def measure(request: PageRequest, code: str) -> HttpResponse:
    """One measure with the whole of its declaration."""
    here = directory.place()
    declared = here.measures.get(code)
    if declared is None:
        raise NOWHERE
    return shown(
        request,
        "handbook/measure/page.html",
        each=declared,
        kind=MEASURE_KINDS[declared.kind],
        chart=CHARTS[declared.chart],
        roles=ROLES,
        clock=here.clocks.get(declared.clock or ""),
        beside=[here.measures[other] for other in declared.beside],
        may_open=declared.expression is not None and may(request.actor, "numbers.view"),
        watched_by=[one for one in here.services.values() if code in one.measures],
        fingerprint=directory.fingerprint_of("Measure", code),
        kept=kept(declared, today=london_day(request.at)),
    )

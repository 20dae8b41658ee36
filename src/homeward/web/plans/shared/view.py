"""Which assessments were given to us to trust, or by us to others, and what is to do?"""

from django.http import HttpResponse

from homeward.plans import api as plans
from homeward.web.page import PageRequest, page, show

DECIDED = ("accepted", "withdrawn", "ended")


@page("assessment.view", methods=("GET",))
def assessments(request: PageRequest) -> HttpResponse:
    """Those that wait first."""
    rows = plans.shares_for(by=request.actor, at=request.at)
    context = {
        "waiting": [row for row in rows if row.state not in DECIDED],
        "decided": [row for row in rows if row.state in DECIDED],
    }
    return show(request, "plans/shared/page.html", context)

"""How is this person on the virtual ward, and what must be done?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.monitoring import api as monitoring
from homeward.web.asker import may
from homeward.web.monitoring.act.table import offered
from homeward.web.monitoring.trend import trend
from homeward.web.page import PageRequest, page, show

SHOWN = 40


@page("monitoring.view", methods=("GET",))
def stay(request: PageRequest, stay_id: UUID) -> HttpResponse:
    """Alerts first, then the score with its trend and the table behind it, gaps, reviews."""
    view = monitoring.stay_page(stay_id, by=request.actor, at=request.at)
    context = {
        "view": view, "parts": monitoring.parts_asked(view.policy.score), "trend": trend(view), "sets": view.sets[:SHOWN],
        "may": lambda permission: may(request.actor, permission),
        "acts": offered(view, lambda permission: may(request.actor, permission)),
    }  # fmt: skip
    return show(request, "monitoring/stay/page.html", context)

"""How did the plan come to be as it is: who changed what, and when?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.plans import api as plans
from homeward.web.page import PageRequest, page, show


@page("plan.view", methods=("GET",))
def history(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Every version, the latest first, with the words that went and the words that came."""
    found = plans.plan_versions(person_id, by=request.actor, at=request.at)
    return show(request, "plans/history/page.html", {"found": found, "person_id": person_id})

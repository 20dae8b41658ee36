"""Who changed what in my plan, and when?"""

from django.http import HttpResponse

from homeward.plans import api as plans
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.plan", methods=("GET",))
def my_history(request: PageRequest) -> HttpResponse:
    """Every version, the latest first."""
    who = whose(request.actor, request.at)
    found = plans.plan_versions(who.person_id, by=request.actor, at=request.at)
    return show(request, "me/plan/history/page.html", {"whose": who, "found": found})

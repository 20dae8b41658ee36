"""What was answered on one finished form, by whom, when, and is it still good?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.plans import api as plans
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("plan.view", methods=("GET",))
def response(request: PageRequest, person_id: UUID, response_id: UUID) -> HttpResponse:
    """Every answer with its own author and moment; made to be printed as well."""
    found = plans.response_view(response_id, by=request.actor, at=request.at)
    context = {
        "found": found, "person_id": found.banner.person_id, "may_answer": may(request.actor, "plan.answer"),
        "may_share": may(request.actor, "assessment.share"),
    }  # fmt: skip
    return show(request, "plans/response/page.html", context)

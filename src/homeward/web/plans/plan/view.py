"""What is in this person's plan, and in whose words?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.plans import api as plans
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("plan.view", methods=("GET",))
def plan(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The plan under its headings; made to be printed as well."""
    found = plans.plan_page(person_id, by=request.actor, at=request.at)
    context = {
        "found": found, "person_id": person_id, "headings": plans.HEADINGS,
        "may_write": may(request.actor, "plan.change_line"), "may_agree": may(request.actor, "plan.agree"),
    }  # fmt: skip
    return show(request, "plans/plan/page.html", context)

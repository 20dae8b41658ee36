"""Which forms are begun, finished, or can be begun for this person?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.plans import api as plans
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("plan.view", methods=("GET",))
def forms(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The person's forms, the ones somebody has begun first."""
    found = plans.forms_for(person_id, by=request.actor, at=request.at)
    context = {"found": found, "person_id": person_id, "may_answer": may(request.actor, "plan.answer")}
    return show(request, "plans/forms/page.html", context)

"""One visit: what must I know, and what do I do next?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.visits import api as visits
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.opened import alerts_of


@page("visit.view", methods=("GET",))
def visit(request: PageRequest, encounter_id: UUID) -> HttpResponse:
    """The visit's page: person, address, need, what the person wants, risks, clock, and the next step."""
    door = visits.at_the_door(encounter_id, by=request.actor, at=request.at)
    by = request.actor
    context = {
        "door": door, "may_see_person": may(by, "person.view"), "may_plan": may(by, "visit.plan"),
        "may_answer": may(by, "plan.answer"), "alerts": alerts_of(request, door.banner.person_id, why="visit"),
    }  # fmt: skip
    return show(request, "visit/one/page.html", context)


@page("visit.start", methods=("POST",))
def set_off(request: PageRequest, encounter_id: UUID) -> HttpResponse:
    """The visitor sets off; whoever follows the need sees it."""
    visits.start(encounter_id=encounter_id, by=request.actor, at=request.at)
    messages.success(request, "You are on the way. Those who wait for you can see that.")
    return redirect("visit", encounter_id)

"""One visit: what must I know, and what do I do next?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access.api import gate
from homeward.foundation.moments import london_day
from homeward.plans import api as plans
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.opened import alerts_of
from homeward.web.visit.wished import wished


@page("visit.view", methods=("GET",))
def visit(request: PageRequest, encounter_id: UUID) -> HttpResponse:
    """The visit's page: person, address, need, what the person wants, risks, clock, and the next step."""
    door = visits.at_the_door(encounter_id, by=request.actor, at=request.at)
    by = request.actor
    with gate.person(door.banner.person_id, by=by, at=request.at, why="visit"):
        known = rounds.rounds_of(door.banner.person_id, at=request.at)
        wishes = wished(door.banner.person_id)
        scores = plans.visit_scores(encounter_id, by=by)
    context = {
        "rounds": known, "wishes": wishes, "scores": scores, "may_read": may(by, "handover.acknowledge"), "on_round": may(by, "round.no_access"), "user_id": by.user_id,
        "day": london_day(door.visit.planned_at or request.at).isoformat(), "door": door, "may_see_person": may(by, "person.view"), "may_plan": may(by, "visit.plan"),
        "may_answer": may(by, "plan.answer"), "alerts": alerts_of(request, door.banner.person_id, why="visit"),
    }  # fmt: skip
    return show(request, "visit/one/page.html", context)


@page("visit.start", methods=("POST",))
def set_off(request: PageRequest, encounter_id: UUID) -> HttpResponse:
    """The visitor sets off; whoever follows the need sees it."""
    visits.start(encounter_id=encounter_id, by=request.actor, at=request.at)
    messages.success(request, "You are on the way. Those who wait for you can see that.")
    return redirect("visit", encounter_id)

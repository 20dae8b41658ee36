"""What does a crew need on one screen: who, allergies, decisions made in advance, whom to ring, medicines, last observations?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.plans import api as plans
from homeward.web.page import PageRequest, page, show
from homeward.web.people.about import about
from homeward.web.people.aged import aged
from homeward.web.people.health.read import health
from homeward.web.people.person.circle import circle, family
from homeward.web.people.person.now import now


@page("person.view", methods=("GET",))
def crisis(request: PageRequest, person_id: UUID) -> HttpResponse:
    """One opening of the gate, said to be in a crisis; in the order in which a crew asks."""
    by, at = request.actor, request.at
    with access.gate.person(person_id, by=by, at=at, why="in a crisis"):
        shown = people.person_page(person_id, by, at)
        told, going_on = health(person_id, by=by, at=at), now(person_id, at=at)
        context = {
            **about(request, shown.banner, here="person_crisis", heading="In a crisis", alerts=told.alerts),
            "shown": shown,
            "health": told,
            "now": going_on,
            "family": family(shown),
            "circle": circle(shown, going_on),
            "plan": plans.plan_of(person_id, at=at),
            "aged": aged,
        }
    return show(request, "people/crisis/page.html", context)

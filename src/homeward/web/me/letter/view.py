"""How does my care look as a letter? One sheet to print and put on the fridge."""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.visits", methods=("GET",))
def letter(request: PageRequest) -> HttpResponse:
    """Visits to come, who helps and whom to ring; not what was asked for, nor what was found."""
    by, at = request.actor, request.at
    who = whose(by, at)
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        found = mine(who, by=by, at=at)
        banner = people.banner(who.person_id, by, at)
    return show(request, "me/letter/page.html", {"whose": who, "mine": found, "name": banner.name})

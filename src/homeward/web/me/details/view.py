"""What is held about me?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.view", methods=("GET",))
def details(request: PageRequest) -> HttpResponse:
    """Names, numbers, homes, practices, contacts and needs as they are on record."""
    by, at = request.actor, request.at
    who = whose(by, at)
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        shown = people.person_page(who.person_id, by, at)
    return show(request, "me/details/page.html", {"whose": who, "shown": shown})

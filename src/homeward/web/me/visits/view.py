"""Who is coming, and who came?"""

from django.http import HttpResponse

from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show

MOST = 30


@page("me.visits", methods=("GET",))
def visits(request: PageRequest) -> HttpResponse:
    """Visits to come, soonest first; then those made or missed, newest first."""
    who = whose(request.actor, request.at)
    found = mine(who, by=request.actor, at=request.at)
    return show(request, "me/visits/page.html", {"whose": who, "mine": found, "been": found.been[:MOST]})

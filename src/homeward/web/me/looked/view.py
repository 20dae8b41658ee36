"""Who looked at my record, when and why?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show

MOST = 200


@page("me.looked", methods=("GET",))
def looked(request: PageRequest) -> HttpResponse:
    """The last year, newest first, without their own looks."""
    who = whose(request.actor, request.at)
    found = access.who_looked(who.person_id, by=request.actor, at=request.at, limit=MOST)
    looks = [look for look in found if look.actor_id != request.actor.user_id]
    return show(request, "me/looked/page.html", {"whose": who, "looks": looks, "full": len(found) >= MOST})

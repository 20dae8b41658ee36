"""Who looked at my record, when and why?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.foundation.errors import NotFound
from homeward.web.page import PageRequest, page, show

MOST = 200


@page("me.view", methods=("GET",))
def looked(request: PageRequest) -> HttpResponse:
    """The last year, newest first, without their own looks."""
    if request.actor.person_id is None:
        raise NotFound("This account is not joined to a record.", next_step="Ask your GP practice to join it.")
    found = access.who_looked(request.actor.person_id, by=request.actor, at=request.at, limit=MOST)
    looks = [look for look in found if look.actor_id != request.actor.user_id]
    return show(request, "me/looked/page.html", {"looks": looks, "full": len(found) >= MOST})

"""Who looked at my record, when and why?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.asked_day import asked_day
from homeward.web.me.looked.days import by_day
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.looked", methods=("GET",))
def looked(request: PageRequest) -> HttpResponse:
    """One page of whole days, newest first, without their own looks; the next begins before `?before=`.

    What people and other systems opened is read first; what the house did by itself is folded away, and all there.
    """
    who, before = whose(request.actor, request.at), asked_day(request.GET.get("before"))
    found = access.page_of_looks(who.person_id, by=request.actor, at=request.at, before=before, others_only=True)
    looks = [each for each in found.rows if each.actor_kind != "system"]
    house = [each for each in found.rows if each.actor_kind == "system"]
    context = {"whose": who, "days": by_day(looks), "house": house, "older": found.older, "before": before}
    return show(request, "me/looked/page.html", context)

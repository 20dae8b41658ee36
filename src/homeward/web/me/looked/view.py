"""Who looked at my record, when and why?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.asked_day import asked_day
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.looked", methods=("GET",))
def looked(request: PageRequest) -> HttpResponse:
    """One page of whole days, newest first, without their own looks; the next begins before `?before=`."""
    who, before = whose(request.actor, request.at), asked_day(request.GET.get("before"))
    found = access.page_of_looks(who.person_id, by=request.actor, at=request.at, before=before, others_only=True)
    context = {"whose": who, "looks": found.rows, "older": found.older, "before": before}
    return show(request, "me/looked/page.html", context)

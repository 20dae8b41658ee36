"""Where is each of my requests, and what happens next, by when?"""

from django.http import HttpResponse

from homeward.web.me.mine import mine
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.referrals", methods=("GET",))
def my_referrals(request: PageRequest) -> HttpResponse:
    """Open ones in full, newest first; then those that have ended."""
    who = whose(request.actor, request.at)
    return show(request, "me/referrals/page.html", {"whose": who, "mine": mine(who, by=request.actor, at=request.at)})

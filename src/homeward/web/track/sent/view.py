"""Which have I sent? A list for whoever refers; the holder of a link goes straight to theirs."""

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.referrals import api as referrals
from homeward.web.asked_number import asked_number
from homeward.web.asker import by_link, may
from homeward.web.notices.shown import shown
from homeward.web.page import PageRequest, page, show


@page("referral.track", methods=("GET",))
def sent(request: PageRequest) -> HttpResponse:
    """Newest first."""
    held = by_link(request, at=request.at)
    if held is not None and held.subject is not None and (request.actor == held or "mine" not in request.GET):
        return redirect("track_one", held.subject)
    if request.actor.kind == "citizen":
        return redirect("me")
    found = referrals.sent(by=request.actor, at=request.at, page=asked_number(request.GET.get("page")))
    context = {"found": found, "may_refer": may(request.actor, "referral.make"), **shown(request, page="track")}
    return show(request, "track/sent/page.html", context)

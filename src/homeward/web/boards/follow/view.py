"""Tell me when this number or board changes; tell me no more."""

from django.contrib import messages
from django.http import HttpResponse

from homeward.foundation.errors import NotFound
from homeward.measures import api as measures
from homeward.web.boards.back import back
from homeward.web.page import PageRequest, page


@page("number.follow", methods=("POST",))
def follow(request: PageRequest) -> HttpResponse:
    """One button both ways; pressed twice it stays as it is."""
    kind, code = request.POST.get("kind", "")[:20], request.POST.get("code", "")[:80]
    cut, _, part = request.POST.get("part", "")[:80].partition(":")
    if request.POST.get("do") == "unfollow":
        try:
            measures.unfollow(kind=kind, code=code, cut=cut, part=part, by=request.actor, at=request.at)
        except NotFound:
            pass
        messages.success(request, "You will not be told of it any more.")
    else:
        measures.follow(kind=kind, code=code, cut=cut, part=part, by=request.actor, at=request.at)
        messages.success(
            request,
            "You will be told once, by email and on your page of boards, when chance does not explain a change.",
        )
    return back(request, "boards")

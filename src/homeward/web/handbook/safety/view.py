"""Which hazards are held by a test, and which are open?"""

from django.http import HttpResponse

from homeward.web.handbook.safety.hazards import hazards
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def safety(request: PageRequest) -> HttpResponse:
    """The open ones first. `find` keeps those in which these letters stand."""
    wanted = request.GET.get("find", "").strip()[:80]
    found = [each for each in hazards() if wanted.lower() in " ".join((each.code, *each.words)).lower()]
    held = [each for each in found if each.controls]
    return shown(
        request,
        "handbook/safety/page.html",
        held=held,
        still_open=[each for each in found if not each.controls],
        find=wanted,
    )

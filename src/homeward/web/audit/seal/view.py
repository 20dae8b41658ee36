"""Is the record of what happened whole?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.page import PageRequest, page, show

MOST_ON_A_PAGE = 200_000


@page("audit.view")
def seal(request: PageRequest) -> HttpResponse:
    """How far the record is sealed; a POST recomputes the whole chain, unless it is too long for a page."""
    state = access.seal_state(by=request.actor, at=request.at)
    too_long = state.sealed > MOST_ON_A_PAGE
    checked = access.verified() if request.method == "POST" and not too_long else None
    return show(request, "audit/seal/page.html", {"state": state, "checked": checked, "too_long": too_long})

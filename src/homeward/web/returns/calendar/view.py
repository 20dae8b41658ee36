"""When does each window close, and how does each provider stand?"""

from django.http import HttpResponse

from homeward.exchange.api import returns as exchange
from homeward.web.page import PageRequest, page, show
from homeward.web.returns.words import COLOURS


@page("returns.view", methods=("GET",))
def calendar(request: PageRequest) -> HttpResponse:
    """The closing days around today, in their order."""
    context = {
        "found": exchange.deadlines(at=request.at), "states": exchange.STATES, "colours": COLOURS,
        "declared": exchange.returns_declared(),
    }  # fmt: skip
    return show(request, "returns/calendar/page.html", context)

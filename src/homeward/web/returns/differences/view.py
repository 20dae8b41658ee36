"""What differs between this return and the one submitted before it?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.exchange.api import returns as exchange
from homeward.web.page import PageRequest, page, show


@page("returns.view", methods=("GET",))
def differences(request: PageRequest, return_id: UUID) -> HttpResponse:
    """Table by table: rows that came, rows that went, columns that changed."""
    found = exchange.differences(return_id, by=request.actor, at=request.at)
    return show(request, "returns/differences/page.html", {"found": found, "kinds": exchange.KINDS})

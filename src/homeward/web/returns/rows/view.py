"""Which rows has a return, and where does each come from?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.exchange.api import returns as exchange
from homeward.web.asked_number import asked_number
from homeward.web.page import PageRequest, page, show


@page("returns.view", methods=("GET",))
def rows(request: PageRequest, return_id: UUID) -> HttpResponse:
    """A page of one table; `row` in the address opens the page that this row stands on."""
    wanted = asked_number(request.GET.get("row"), otherwise=0, least=0)
    found = exchange.rows(
        return_id, table=request.GET.get("table", ""), by=request.actor, at=request.at,
        page=asked_number(request.GET.get("page")), number=wanted,
    )  # fmt: skip
    context = {
        "found": found,
        "row": exchange.one(return_id).row,
        "wanted": wanted,
        "hidden": exchange.HIDDEN,
        "query": f"table={found.table}",
    }
    return show(request, "returns/rows/page.html", context)

"""What does a return ask, item by item, and where does each come from?"""

from django.http import HttpResponse

from homeward.exchange.api import returns as exchange
from homeward.web.page import PageRequest, page, show


@page("returns.view", methods=("GET",))
def specification(request: PageRequest, code: str) -> HttpResponse:
    """The tables that our data fills, and those that it does not, with the reason."""
    declared = exchange.declared(code)
    context = {"declared": declared, "data_set": exchange.specification(code), "required": exchange.REQUIRED}
    return show(request, "returns/specification/page.html", context)

"""Which partners' systems took many people's records at once?"""

from django.http import HttpResponse

from homeward.directory.api import place
from homeward.exchange import api as exchange
from homeward.web.asked_number import asked_number
from homeward.web.audit.taken.states import STATES
from homeward.web.page import PageRequest, page, show


@page("audit.view", methods=("GET",))
def taken(request: PageRequest) -> HttpResponse:
    """The newest first: who asked, of how many people, how many were left out, and when it goes."""
    number = asked_number(request.GET.get("page"))
    found, more = exchange.taken_at_once(by=request.actor, at=request.at, page=number)
    here = place()
    context = {
        "found": found, "more": more, "number": number, "states": STATES,
        "organisations": here.organisations, "roles": here.roles,
    }  # fmt: skip
    return show(request, "audit/taken/page.html", context)

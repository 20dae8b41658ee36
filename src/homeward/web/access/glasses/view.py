"""Which records were opened out of turn, and which of them wait to be judged?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.access.names import names_for
from homeward.web.asked_number import asked_number
from homeward.web.page import PageRequest, page, show


@page("glass.view", methods=("GET",))
def glasses(request: PageRequest) -> HttpResponse:
    """What waits first. For information governance all of them; for a team those about its people."""
    waiting = request.GET.get("show") == "waiting"
    number = asked_number(request.GET.get("page"))
    found = access.glass_queue(by=request.actor, at=request.at, waiting_only=waiting, page=number)
    names = names_for([row.person_id for row in found.rows], by=request.actor, at=request.at)
    audit = access.may(request.actor, "audit.view")
    return show(
        request, "access/glasses/page.html", {"found": found, "names": names, "waiting": waiting, "audit": audit}
    )

"""Which records from phones did not become part of the record, and wait for a person?"""

from django.http import HttpResponse

from homeward.rounds import api as rounds
from homeward.web.page import PageRequest, page, show


@page("visit.carry", methods=("GET",))
def clashes(request: PageRequest) -> HttpResponse:
    """Those of the asker's teams, oldest first."""
    rows = rounds.offline_waiting(by=request.actor, at=request.at)
    return show(request, "pocket/clashes/page.html", {"rows": rows, "kinds": rounds.OFFLINE_KINDS})

"""What came in from partners, and does any of it wait for somebody?"""

from django.http import HttpResponse

from homeward.records import api as records
from homeward.web.imports.senders import senders
from homeward.web.page import PageRequest, page, show


@page("import.view", methods=("GET",))
def deliveries(request: PageRequest) -> HttpResponse:
    """The latest deliveries, newest first, each with what is in trouble."""
    found = records.runs(limit=25, by=request.actor, at=request.at)
    return show(
        request,
        "imports/list/page.html",
        {
            "runs": found, "states": records.ROW_STATES.items(), "senders": senders(),
            "differ": records.details_waiting(by=request.actor, at=request.at),
        },
    )  # fmt: skip

"""How many alerts does a ward get, how many were acted on, and how long did they wait?"""

from datetime import timedelta

from django.http import HttpResponse

from homeward.monitoring import api as monitoring
from homeward.web.monitoring.ward.view import wards_of
from homeward.web.page import PageRequest, page, show

PERIOD = timedelta(days=28)


@page("monitoring.view", methods=("GET",))
def burden(request: PageRequest) -> HttpResponse:
    """The last four weeks of each of the asker's wards."""
    since = request.at - PERIOD
    found = [
        (name, monitoring.burden([code], since=since, until=request.at, by=request.actor))
        for code, name in wards_of(request.actor)
    ]
    return show(request, "monitoring/burden/page.html", {"found": found, "since": since})

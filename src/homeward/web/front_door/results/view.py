"""What came of advice and decisions, how sure is that, and what can it not tell?"""

from django.http import HttpResponse

from homeward.front_door import api as front_door
from homeward.web.page import PageRequest, page, show

PERIODS = {"28": "4 weeks", "90": "3 months", "365": "A year"}


@page("front_door.results", methods=("GET",))
def results(request: PageRequest) -> HttpResponse:
    """Every number of the line and the doors; `days` chooses the period."""
    days = request.GET.get("days", "")
    days = days if days in PERIODS else "90"
    groups = front_door.results(days=int(days), by=request.actor, at=request.at)
    return show(request, "front_door/results/page.html", {"groups": groups, "days": days, "periods": PERIODS})

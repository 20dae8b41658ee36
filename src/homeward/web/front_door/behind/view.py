"""Who stands behind a number? By name only the people whom the asker's teams look after."""

from django.http import HttpResponse

from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.front_door.results.view import PERIODS
from homeward.web.page import PageRequest, page, show


@page("front_door.results", methods=("GET",))
def behind(request: PageRequest, code: str) -> HttpResponse:
    """The list of one number; `status` keeps to one part of it."""
    days, status = request.GET.get("days", ""), request.GET.get("status", "")
    days = days if days in PERIODS else "90"
    status = status if status in front_door.STATUSES else ""
    found = front_door.behind(code, days=int(days), by=request.actor, at=request.at, status=status)
    by = request.actor
    context = {
        "found": found, "days": days, "status": status, "period": PERIODS[days], "statuses": front_door.STATUSES,
        "opens": {"call": may(by, "line.view"), "arrival": may(by, "front_door.view")},
    }  # fmt: skip
    return show(request, "front_door/behind/page.html", context)

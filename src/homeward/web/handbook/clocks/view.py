"""Which waits are measured, against which published rule?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def clocks(request: PageRequest) -> HttpResponse:
    """Every clock: from what to what, in which hours, by when, and why."""
    place = directory.place()
    rows = sorted(place.clocks.values(), key=lambda each: each.title)
    lists = (each for each in place.reason_lists.values() if each.used_for == "pause")
    reasons = {reason.code: reason.title for each in lists for reason in each.reasons}
    kepts = kept_all(rows, today=london_day(request.at))
    return shown(request, "handbook/clocks/page.html", rows=rows, kepts=kepts, reasons=reasons)

"""How are people on virtual wards watched: how soon looked at again, and who is told when nobody looks?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def watching(request: PageRequest) -> HttpResponse:
    """Every policy: bands, ladders, gaps, checks of joining, and the standard."""
    rows = sorted(directory.place().monitoring_policies.values(), key=lambda each: each.title)
    kepts = kept_all(rows, today=london_day(request.at))
    return shown(request, "handbook/watching/page.html", rows=rows, kepts=kepts)

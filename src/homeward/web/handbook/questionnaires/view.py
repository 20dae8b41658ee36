"""Which forms are there?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def questionnaires(request: PageRequest) -> HttpResponse:
    """Every form, and for how long its answers stand."""
    rows = sorted(directory.place().questionnaires.values(), key=lambda each: each.title)
    kepts = kept_all(rows, today=london_day(request.at))
    return shown(request, "handbook/questionnaires/page.html", rows=rows, kepts=kepts)

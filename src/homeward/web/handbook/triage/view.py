"""How is it decided how urgent a need is?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def triage(request: PageRequest) -> HttpResponse:
    """Every protocol: its questions, its rules, and when a second look is owed."""
    rows = sorted(directory.place().protocols.values(), key=lambda each: each.title)
    kepts = kept_all(rows, today=london_day(request.at))
    return shown(request, "handbook/triage/page.html", rows=rows, kepts=kepts)

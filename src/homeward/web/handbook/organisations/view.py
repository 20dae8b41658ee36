"""Which organisations give or buy care here?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def organisations(request: PageRequest) -> HttpResponse:
    """Every organisation by kind; general practices are listed among the areas."""
    today = london_day(request.at)
    rows = [each for each in directory.place().organisations.values() if each.kind != "gp_practice"]
    rows.sort(key=lambda each: (each.kind, each.name))
    kepts = kept_all(rows, today=today, kind="organisation")
    return shown(request, "handbook/organisations/page.html", rows=rows, kepts=kepts)

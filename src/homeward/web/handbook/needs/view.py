"""Which needs can a referrer state, and what must never be missed about each?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.kept import kept_all
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def needs(request: PageRequest) -> HttpResponse:
    """Every need with its usual urgency and danger signs."""
    rows = sorted(directory.place().needs.values(), key=lambda each: each.title)
    kepts = kept_all(rows, today=london_day(request.at))
    return shown(request, "handbook/needs/page.html", rows=rows, kepts=kepts)

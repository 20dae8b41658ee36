"""How many will leave in the next ten days, by which way home, and how good was the forecast before?"""

from django.http import HttpResponse

from homeward.hospital import api as hospital
from homeward.web.flow.board.view import read
from homeward.web.flow.forecast.picture import pictured
from homeward.web.page import PageRequest, page, show


@page("flow.view", methods=("GET",))
def forecast(request: PageRequest) -> HttpResponse:
    """The forecast with its back-test beside it."""
    wanted = read(request.GET)
    rows = hospital.forecasts(by=request.actor, at=request.at, hospital=wanted.hospital)
    context = {
        "rows": rows,
        "whole": rows[0],
        "published": hospital.PUBLISHED,
        "published_of": hospital.PUBLISHED_OF,
        "pictures": pictured(rows[0].forecast.days),
        "wanted": wanted,
        "known": hospital.hospitals(),
    }
    return show(request, "flow/forecast/page.html", context)

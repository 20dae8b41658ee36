"""Which services are on offer?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def services(request: PageRequest) -> HttpResponse:
    """Every service: home before bed before hospital."""
    rows = sorted(directory.place().services.values(), key=lambda each: (each.setting_rank, each.title))
    return shown(request, "handbook/services/page.html", rows=rows)

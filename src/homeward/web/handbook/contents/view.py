"""What is in the handbook?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def contents(request: PageRequest) -> HttpResponse:
    """The place in numbers, and a way to each part of the handbook."""
    here = directory.place()
    kinds: dict[str, int] = {}
    for area in here.areas.values():
        kinds[area.kind] = kinds.get(area.kind, 0) + 1
    return shown(request, "handbook/contents/page.html", kinds=kinds)

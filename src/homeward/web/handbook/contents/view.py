"""What is in the handbook?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.web.handbook.contents.reviews import reviews
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page

COMING = 8


@page("handbook.view", methods=("GET",))
def contents(request: PageRequest) -> HttpResponse:
    """The place in numbers, and a way to each part of the handbook."""
    here = directory.place()
    kinds: dict[str, int] = {}
    for area in here.areas.values():
        kinds[area.kind] = kinds.get(area.kind, 0) + 1
    due = reviews(here, today=london_day(request.at))
    overdue = [each for each in due if each.overdue]
    return shown(
        request, "handbook/contents/page.html", kinds=kinds, overdue=overdue, coming=due[len(overdue) :][:COMING]
    )

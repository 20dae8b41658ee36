"""Who is at this door, how long since they came, and what is meant and decided for them?"""

from django.http import HttpResponse

from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("front_door.view", methods=("GET",))
def door(request: PageRequest) -> HttpResponse:
    """The list of one door; `door` chooses another of the asker's."""
    board = front_door.door_board(by=request.actor, at=request.at, door=request.GET.get("door", ""))
    context = {"board": board, "may_results": may(request.actor, "front_door.results")}
    return show(request, "front_door/door/page.html", context)

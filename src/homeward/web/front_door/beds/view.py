"""Who waits for a bed beside the door, who is in one, and which are free?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("front_door.view", methods=("GET",))
def beds(request: PageRequest) -> HttpResponse:
    """The beds that the asker's teams give or look after."""
    boards = front_door.beds_boards(by=request.actor, at=request.at)
    context = {
        "boards": boards,
        "teams": {each.team: directory.team(each.team).name for each in boards},
        "may_units": may(request.actor, "capacity.view"),
        "may_name": may(request.actor, "capacity.keep_units"),
        "may_door": bool(front_door.doors_of(request.actor)),
    }
    return show(request, "front_door/beds/page.html", context)

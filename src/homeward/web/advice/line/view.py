"""Who waits for advice, who must be rung again, and what was advised lately?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.front_door import api as front_door
from homeward.web.page import PageRequest, page, show


@page("line.view", methods=("GET",))
def line(request: PageRequest) -> HttpResponse:
    """The lists of the lines that the asker's teams answer."""
    board = front_door.line_board(by=request.actor, at=request.at)
    context = {"board": board, "needs": directory.place().needs}
    return show(request, "advice/line/page.html", context)

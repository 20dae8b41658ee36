"""Who is at this door, how long since they came, and what is meant and decided for them? The list, and what a live page fetches of it."""

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show

MOST_ASKED = 200


@page("front_door.view", methods=("GET",))
def door(request: PageRequest) -> HttpResponse:
    """The list of one door; `door` chooses another of the asker's. Whoever only looks after beds is shown those."""
    drawn = _drawn(request, ids=None)
    if not front_door.doors_of(request.actor) and front_door.services_of(request.actor):
        return redirect("front_door_beds")  # a team that looks after the beds, and meets nobody at a door
    return show(request, "front_door/door/page.html", drawn)


@page("front_door.view", methods=("GET",))
def rows(request: PageRequest) -> HttpResponse:
    """Only the people named in `ids` (all without it), and what stands around them: what `board.js` asks for."""
    asked = {each for each in request.GET.get("ids", "").split(",")[:MOST_ASKED] if each} or None
    return show(request, "front_door/door/_rows.html", _drawn(request, ids=asked))


def _drawn(request: PageRequest, *, ids: set[str] | None) -> dict[str, object]:
    board = front_door.door_board(by=request.actor, at=request.at, door=request.GET.get("door", ""))
    return {
        "board": board,
        "rows": [row for row in board.here if ids is None or str(row.id) in ids],
        "takes_beds": bool(front_door.services_of(request.actor)),
        "may_results": may(request.actor, "front_door.results"),
    }

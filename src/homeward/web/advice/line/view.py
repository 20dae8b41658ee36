"""Who waits for advice, who must be rung again, and what was advised lately? The lists, and what a live page fetches of them."""

from datetime import timedelta

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.front_door import api as front_door
from homeward.web.page import PageRequest, page, show

MOST_ASKED = 200
LATELY = timedelta(days=7)  # for as long an advice is followed up: its last check is made after a week


@page("line.view", methods=("GET",))
def line(request: PageRequest) -> HttpResponse:
    """The lists of the lines that the asker's teams answer."""
    return show(request, "advice/line/page.html", _drawn(request, ids=None))


@page("line.view", methods=("GET",))
def rows(request: PageRequest) -> HttpResponse:
    """Only the calls named in `ids` that still wait (all without it), and what stands around them: what `board.js` asks for."""
    asked = {each for each in request.GET.get("ids", "").split(",")[:MOST_ASKED] if each} or None
    return show(request, "advice/line/_rows.html", _drawn(request, ids=asked))


def _drawn(request: PageRequest, *, ids: set[str] | None) -> dict[str, object]:
    board = front_door.line_board(by=request.actor, at=request.at)
    since = request.at - LATELY
    return {
        "board": board,
        "lately": [row for row in board.lately if row.answered_at >= since],
        "earlier": [row for row in board.lately if row.answered_at < since],
        "rows": [row for row in board.waiting if ids is None or str(row.id) in ids],
        "needs": directory.place().needs,
    }

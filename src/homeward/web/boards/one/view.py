"""What does one declared board say now, for everyone or for one area?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.grammar.api import Dashboard
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.boards import areas
from homeward.web.boards.asked import PERIODS, BoardAsked, read
from homeward.web.boards.drawn import drawn
from homeward.web.boards.feeds.shown import feeds_of
from homeward.web.page import PageRequest, page, show


@page("numbers.view", methods=("GET",))
def board(request: PageRequest, code: str) -> HttpResponse:
    """Its numbers as tiles, what changed, what is being done, and the feeds it rests on."""
    found = measures.board_called(code, by=request.actor)
    asked = read(request.GET, kinds=found.by_area, now=request.at)
    context = {
        "board": found, "asked": asked, "periods": PERIODS, "pack": True, "own": None,
        "owner": directory.place().organisations[found.owner].name if found.owner in directory.place().organisations else "",
        "feeds": feeds_of(found.feeds, by=request.actor, at=request.at),
        **drawn(request, found.numbers, asked), **_where(found, asked),
        "follows": ("board", code) in measures.followed(by=request.actor), "follow_kind": "board", "follow_code": code,
        "may_follow": may(request.actor, "number.follow"), "may_pack": may(request.actor, "board.ask_pack"), "may_build": may(request.actor, "board.save"),
    }  # fmt: skip
    return show(request, "boards/one/page.html", context)


def _where(found: Dashboard, asked: BoardAsked) -> dict[str, object]:
    """The areas to choose from, and where the chosen one lies."""
    if not found.numbers:
        return {"groups": (), "above": (), "below": (), "kinds": areas.ONE}
    return {
        "groups": areas.groups(found.by_area, on=asked.day), "kinds": areas.ONE,
        "above": areas.above(asked.area, found.by_area, on=asked.day) if asked.area else (),
        "below": areas.below(asked.area, found.by_area, on=asked.day) if len(found.by_area) > 1 else (),
    }  # fmt: skip

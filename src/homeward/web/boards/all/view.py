"""Which boards are there for me: declared, my own, shared with me; what changed, and what is mine to do?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("numbers.view", methods=("GET",))
def boards(request: PageRequest) -> HttpResponse:
    """Changes that nobody has taken note of stand first, then what is mine to do, then the boards."""
    by, at = request.actor, request.at
    place = directory.place()
    lake = measures.lake_or_none()
    flags = [each for each in measures.flags_followed(by=by, at=at) if not each.seen_at]
    context = {
        "boards": measures.boards(by=by), "own": measures.own_boards(by=by), "me": by.user_id,
        "flags": flags, "by_chance": measures.by_chance(flags),
        "actions": [each for each in measures.actions_of(by=by, at=at) if each.state != "done"],
        "measures": place.measures, "followed": measures.followed(by=by), "as_of": lake.as_of if lake else None,
        "may_build": may(by, "board.save"), "may_pack": may(by, "board.ask_pack"), "may_see": may(by, "number.see_flag"),
    }  # fmt: skip
    return show(request, "boards/all/page.html", context)

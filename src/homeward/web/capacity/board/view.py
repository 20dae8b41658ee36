"""What is free now, of every kind, at which team, how old is that, and what need found nothing?"""

from functools import cache
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.web.asker import may
from homeward.web.capacity.board.filters import SHOW, read
from homeward.web.capacity.board.jumps import jumps
from homeward.web.capacity.board.kinds import KINDS, localities, pathways
from homeward.web.capacity.board.rows import PAGE_SIZE, kept
from homeward.web.capacity.board.whole import whole
from homeward.web.page import PageRequest, page, show

MOST_ASKED = 200
BACK_TO = ("my_work", "hub", "capacity")


@page("capacity.view", methods=("GET",))
def board(request: PageRequest) -> HttpResponse:
    """The whole page: supply beside unmet need by locality and kind, then every team."""
    return show(request, "capacity/board/page.html", _drawn(request, ids=None))


@page("capacity.view", methods=("GET",))
def rows(request: PageRequest) -> HttpResponse:
    """Only the rows named in `ids` (all without it), with the sums: what `board.js` asks for."""
    asked = {each for each in request.GET.get("ids", "").split(",")[:MOST_ASKED] if each} or None
    return show(request, "capacity/board/_rows.html", _drawn(request, ids=asked))


@page("capacity.report", methods=("POST",))
def still_right(request: PageRequest, line_id: UUID) -> HttpResponse:
    """One click: the number is still right, as of now. Goes back to where it was pressed."""
    capacity.confirm(line_id=line_id, by=request.actor, at=request.at)
    messages.success(request, "Thank you. The number is as of now.")
    asked = request.POST.get("from", "")
    if asked in BACK_TO and asked != "capacity":
        return redirect(asked)
    return redirect(f"/capacity/#row-{line_id}")


def _drawn(request: PageRequest, *, ids: set[str] | None) -> dict[str, object]:
    wanted, by, at = read(request.GET), request.actor, request.at
    every = whole(capacity.picture(at=at), localities(at=at))
    fitting = kept(every.rows, wanted, teams=by.teams)
    pages = max(1, -(-len(fitting) // PAGE_SIZE))
    number = min(wanted.page, pages)
    here = fitting[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    may_report_for = cache(lambda code: capacity.may_report_for(by, code))
    pressure = capacity.surge_level(at=at, seen=every.seen)
    return {
        "wanted": wanted,
        "rows": [
            row.seen(may_report=may_report_for(row.team_code), at=at) for row in here if ids is None or row.key in ids
        ],
        "fitting": len(fitting),
        "number": number,
        "pages_in_all": pages,
        "sums": every.sums,
        "localities": every.by_locality,
        "names": every.places.names,
        "kinds": KINDS,
        "pathways": pathways(),
        "shows": SHOW,
        "services": sorted(
            ((each.code, each.title) for each in directory.place().services.values()), key=lambda each: each[1]
        ),
        "skills": [(each, each.capitalize()) for each in directory.place().skills],
        "jumps": jumps(every.rows, wanted, teams=by.teams),
        "pressure": pressure,
        "called_for": sum(each.called_for and each.run is None for each in pressure.cards),
        "cards_on": sum(each.run is not None for each in pressure.cards),
        "may_report": may(by, "capacity.report"),
        "may_surge": may(by, "surge.view"),
    }

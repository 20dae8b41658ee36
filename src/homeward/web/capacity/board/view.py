"""What is free now, of every kind, at which team, how old is that, and what need found nothing?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.web.asker import may
from homeward.web.capacity.board.filters import SHOW, read
from homeward.web.capacity.board.kinds import KINDS, Localities, pathways
from homeward.web.capacity.board.rows import PAGE_SIZE, PERIOD, by_locality, kept, rows_of, sums
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
    wanted = read(request.GET)
    places, lines = Localities(request), capacity.ledger(at=request.at)
    unmet = capacity.unmet(since=request.at - PERIOD, until=request.at)
    every = rows_of(request, places, lines, unmet)
    fitting = kept(every, wanted)
    pages = max(1, -(-len(fitting) // PAGE_SIZE))
    number = min(wanted.page, pages)
    here = fitting[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    names = dict(places.names)
    pressure = capacity.surge_level(at=request.at, lines=lines, waits=unmet)
    return {
        "wanted": wanted,
        "rows": [row for row in here if ids is None or row.key in ids],
        "fitting": len(fitting),
        "number": number,
        "pages_in_all": pages,
        "sums": sums(every),
        "localities": by_locality(every, names),
        "names": names,
        "kinds": KINDS,
        "pathways": pathways(),
        "shows": SHOW,
        "services": sorted(
            ((each.code, each.title) for each in directory.place().services.values()), key=lambda each: each[1]
        ),
        "pressure": pressure,
        "called_for": sum(each.called_for and each.run is None for each in pressure.cards),
        "cards_on": sum(each.run is not None for each in pressure.cards),
        "may_report": may(request.actor, "capacity.report"),
        "may_surge": may(request.actor, "surge.view"),
    }

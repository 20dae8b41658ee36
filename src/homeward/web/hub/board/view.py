"""What is waiting for us? The board, and the part of it that a live page fetches when something has changed."""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.monitoring import api as monitoring
from homeward.referrals import api as referrals
from homeward.referrals.api import OPEN_STATES, Board
from homeward.web.asker import may
from homeward.web.capacity.asked import asked_numbers
from homeward.web.hub.board.filters import Wanted, choices, read, state_words
from homeward.web.hub.board.shown_row import shown
from homeward.web.notices.shown import shown as notices_shown
from homeward.web.page import PageRequest, page, show

PAGE_SIZE = 50
MOST_ASKED = 200
ANSWERED = ("accepted", "in_contact")


@page("hub.view", methods=("GET",))
def board(request: PageRequest) -> HttpResponse:
    """The whole page."""
    wanted = read(request.GET, directory.place())
    found = referrals.board(
        by=request.actor, at=request.at, filters=wanted.as_door(), page=wanted.page, page_size=PAGE_SIZE
    )
    here = _drawn(request, wanted, found, ids=None)
    return show(
        request,
        "hub/board/page.html",
        {**here, **notices_shown(request, page="hub"), **asked_numbers(request, page="hub"), "choices": choices(directory.place())},
    )


@page("hub.view", methods=("GET",))
def rows(request: PageRequest) -> HttpResponse:
    """Only the rows named in `ids` (all and the notices without it), with the counts: what `board.js` asks for."""
    wanted = read(request.GET, directory.place())
    asked = {each for each in request.GET.get("ids", "").split(",")[:MOST_ASKED] if each} or None
    found = referrals.board(
        by=request.actor, at=request.at, filters=wanted.as_door(), page=wanted.page, page_size=PAGE_SIZE
    )
    told = notices_shown(request, page="hub") if asked is None else {"told": None}
    return show(request, "hub/board/_rows.html", {**_drawn(request, wanted, found, ids=asked), **told})


def _drawn(request: PageRequest, wanted: Wanted, found: Board, *, ids: set[str] | None) -> dict[str, object]:
    first = found.rows[:1] if wanted.page == 1 else []
    kept = [row for row in found.rows if ids is None or str(row.id) in ids]
    lookers = referrals.who_is_looking({row.id for row in (*kept, *first)}, at=request.at, but=request.actor)
    wards = monitoring.watched()
    asked = {row.id for row in (*kept, *first) if row.service_code in wards and row.state in ANSWERED}
    waits = monitoring.not_joined(asked, by=request.actor, at=request.at)
    drawn = shown(kept, lookers=lookers, actor=request.actor, at=request.at, not_joined=waits)
    head = shown(first, lookers=lookers, actor=request.actor, at=request.at, not_joined=waits)
    return {
        "wanted": wanted,
        "board": found,
        "rows": drawn,
        "first": head[0] if head and head[0].row.clock and head[0].row.clock.due_at else None,
        "chips": _chips(wanted, found),
        "may_call": may(request.actor, "referral.call"),
        "may_give_links": may(request.actor, "link.issue"),
    }


def _chips(wanted: Wanted, found: Board) -> list[tuple[str, int, str, bool]]:
    """Words, count, query and whether it is chosen: one chip a state, all of them first."""
    everything = (
        "All open",
        sum(found.counts.values()),
        wanted.query(state=[], late=""),
        not wanted.states and not wanted.late,
    )
    states = [
        (
            state_words(state),
            found.counts.get(state, 0),
            wanted.query(state=[state], late=""),
            wanted.states == (state,),
        )
        for state in OPEN_STATES
    ]
    return [everything, *states]

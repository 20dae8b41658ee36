"""What is the story of this referral, who has it, who is looking, and what can be done now?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.foundation.actions import Actor
from homeward.monitoring import api as monitoring
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow, NextMoves
from homeward.web.asker import may
from homeward.web.hub.board.next_step import next_step
from homeward.web.hub.link.view import may_be_given
from homeward.web.hub.moves.table import MOVES, MovePage
from homeward.web.live.tell import tell
from homeward.web.menu import menu
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.read import alerts
from homeward.web.words import listed

MORE_PAGES = {"triage": "triage/", "place": "place/"}


@page("hub.view", methods=("GET",))
def referral(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """One referral, whole."""
    by, at = request.actor, request.at
    with access.gate.person(referrals.person_of(referral_id), by=by, at=at, why="referral"):
        found = referrals.detail(referral_id, by=by, at=at)
        moves = referrals.next_moves(referral_id, by=by, at=at)
        banner = people.banner(found.row.person_id, by, at)
        told = alerts(found.row.person_id, by=by, at=at)
    _seen(request, found.row)
    step = next_step(found.row, by)
    others = [each for each in _offered(found.row, moves, by) if not (step.mine and each[0] == step.address)]
    context = {
        "found": found,
        "row": found.row,
        "banner": banner,
        "alerts": told,
        "step": step if step.mine else None,
        "moves": others,
        "looking": _looking(request, referral_id),
        "not_joined": _not_joined(request, found.row),
        "may_join": may(by, "monitoring.admit"),
        "can_see_person": may(by, "person.view"),
        "on_board": any(entry.address == "/hub/" for entry in menu(request, by)),
    }
    return show(request, "hub/referral/page.html", context)


@page("hub.view", methods=("POST",))
def looking(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """The page is still open (or, with `away`, no longer). Answers with who else has it open and whether it has changed."""
    row = referrals.row(referral_id, by=request.actor, at=request.at)
    if row is None:  # not, or no longer, a referral of theirs: nobody is named to them, nor they to others
        return show(request, "hub/referral/_looking.html", {"row": None, "changed": False, "looking": ""})
    if request.POST.get("away"):
        referrals.look_away(referral_id, by=request.actor)
        _tell(row)
    elif request.POST.get("first"):
        _seen(request, row)
    else:
        referrals.look(referral_id, by=request.actor, at=request.at)
    changed = request.POST.get("version", "") not in ("", str(row.version))
    context = {"row": row, "changed": changed, "looking": _looking(request, referral_id)}
    return show(request, "hub/referral/_looking.html", context)


def _not_joined(request: PageRequest, row: BoardRow) -> bool:
    if not row.open or row.service_code not in monitoring.watched():
        return False
    return bool(monitoring.not_joined([row.id], by=request.actor, at=request.at))


def _seen(request: PageRequest, row: BoardRow) -> None:
    referrals.look(row.id, by=request.actor, at=request.at)
    _tell(row)


def _tell(row: BoardRow) -> None:
    tell("look", of="referral", id=row.id, teams={row.owner_team, row.hub_team})


def _looking(request: PageRequest, referral_id: UUID) -> str:
    return listed(referrals.who_is_looking([referral_id], at=request.at, but=request.actor).get(referral_id, []))


def _offered(row: BoardRow, moves: NextMoves, by: Actor) -> list[tuple[str, str]]:
    """Address and words of every move open to the asker, in a fixed order."""
    here = f"/hub/{row.id}/"
    titles = (("triage", "Triage again" if row.state != "received" else "Triage"), ("place", "Find help"))
    offered = [(here + MORE_PAGES[kind], words) for kind, words in titles if kind in moves.may]
    offered += [(f"{here}{move.slug}/", move.title) for move in MOVES.values() if _open(move, moves, by)]
    return offered + ([(f"{here}link/", "Give them a link to answer by")] if may_be_given(row, by) else [])


def _open(move: MovePage, moves: NextMoves, by: Actor) -> bool:
    return move.kind in moves.may or (move.kind == "note" and may(by, "referral.note"))

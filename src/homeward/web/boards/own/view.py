"""What does a colleague's own board say now, and with whom is it shared?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.grammar.api import BoardNumber
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.boards import areas
from homeward.web.boards.asked import PERIODS, read
from homeward.web.boards.drawn import drawn
from homeward.web.boards.own.share import ShareForm
from homeward.web.boards.people import who
from homeward.web.offering import offer
from homeward.web.page import PageRequest, blame, page, show


@page("numbers.view", methods=("GET",))
def own_board(request: PageRequest, board_id: UUID) -> HttpResponse:
    """The same page as a declared board's."""
    board = measures.openable(board_id, by=request.actor)
    asked = read(request.GET, kinds=("locality",), now=request.at)
    numbers = [BoardNumber(measure=each.measure_code, why=each.why) for each in board.numbers.all()]
    context = {
        "board": None, "own": board, "asked": asked, "periods": PERIODS, "owner": board.owner_name, "feeds": (),
        **drawn(request, numbers, asked), "groups": areas.groups(("locality",), on=asked.day), "above": (), "below": (),
        "kinds": areas.ONE, "follows": ("own", str(board_id)) in measures.followed(by=request.actor), "follow_kind": "own",
        "follow_code": str(board_id), "may_follow": may(request.actor, "number.follow"), "may_pack": may(request.actor, "board.ask_pack"), "may_build": False,
        "mine": board.owner_id == request.actor.user_id and may(request.actor, "board.save"),
    }  # fmt: skip
    return show(request, "boards/one/page.html", context)


@page("board.share")
def own_board_share(request: PageRequest, board_id: UUID) -> HttpResponse:
    """With a colleague, a team, or everybody of the organisation who sees numbers."""
    board = measures.mine(board_id, by=request.actor)
    form = ShareForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    here = directory.place().organisations.get(request.actor.organisation)
    everybody = [(f"organisation:{here.code}", f"Everybody at {here.name} who sees numbers")] if here else []
    people = [each for each in who(by=request.actor, at=request.at) if each[0] != f"user:{request.actor.user_id}"]
    offer(form, "with_whom", [("", "Choose"), *everybody, *people])
    if request.method == "POST" and form.is_valid():
        kind, _, code = form.cleaned_data["with_whom"].partition(":")
        try:
            words = measures.share_board(board_id=board_id, kind=kind, code=code, by=request.actor, at=request.at)
            messages.success(request, f"Shared with {words}. It stands on their page of boards.")
            return redirect("own_board_share", board_id)
        except Invalid as refused:
            blame(form, refused)
    return show(
        request, "boards/own/share.html", {"board": board, "shares": board.shares.order_by("words", "id")}, form=form
    )


@page("board.unshare", methods=("POST",))
def own_board_unshare(request: PageRequest, board_id: UUID, share_id: int) -> HttpResponse:
    """They find it no longer."""
    words = measures.unshare_board(board_id=board_id, share_id=share_id, by=request.actor, at=request.at)
    messages.success(request, f"No longer shared with {words}.")
    return redirect("own_board_share", board_id)


@page("board.delete")
def own_board_delete(request: PageRequest, board_id: UUID) -> HttpResponse:
    """Asked first, then gone."""
    board = measures.mine(board_id, by=request.actor)
    if request.method == "POST":
        measures.delete_board(board_id=board_id, by=request.actor, at=request.at)
        messages.success(request, f"‘{board.title}’ is gone.")
        return redirect("boards")
    return show(request, "boards/own/delete.html", {"board": board})

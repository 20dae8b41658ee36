"""Put a board of your own together, or change it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.grammar.api import Measure
from homeward.measures import api as measures
from homeward.web.boards.own.form import BoardForm, initial
from homeward.web.page import PageRequest, page, show


@page("board.save")
def own_board_new(request: PageRequest) -> HttpResponse:
    """A new one; `from` names a board to begin with, declared or somebody's own."""
    return _built(request, None, _begun(request))


@page("board.save")
def own_board_change(request: PageRequest, board_id: UUID) -> HttpResponse:
    """One's own."""
    board = measures.mine(board_id, by=request.actor)
    return _built(
        request, board, initial(board.title, board.question, [each.measure_code for each in board.numbers.all()])
    )


def _built(request: PageRequest, board: measures.Board | None, begun: dict[str, Any]) -> HttpResponse:
    offered = _catalogue()
    form = BoardForm(
        request.POST if request.method == "POST" else None, catalogue=offered, initial=begun, auto_id="f-%s"
    )
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            kept = measures.save_board(
                board_id=board.id if board else None, title=said["title"], question=said["question"],
                measures=form.chosen(), by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "Your board is kept.")
            return redirect("own_board", kept)
        except Invalid as refused:
            for field, words in refused.errors.items():
                form.add_error(field if field in ("title", "question") else None, words)
    rows = [(measure, form[f"p-{measure.code}"]) for measure in offered]
    context = {
        "board": board,
        "ready": [r for r in rows if r[0].expression],
        "waiting": [r for r in rows if not r[0].expression],
    }
    return show(request, "boards/own/build.html", context, form=form)


def _catalogue() -> Sequence[Measure]:
    return sorted(directory.place().measures.values(), key=lambda each: (each.expression is None, each.title))


def _begun(request: PageRequest) -> dict[str, Any]:
    asked = request.GET.get("from", "")[:80]
    place = directory.place()
    if asked in place.dashboards:
        board = measures.board_called(asked, by=request.actor)
        return initial(
            f"My {board.title[0].lower()}{board.title[1:]}", board.question, [each.measure for each in board.numbers]
        )
    try:
        own = measures.openable(UUID(asked), by=request.actor)
    except ValueError:
        return {}
    return initial(f"{own.title} (copy)", own.question, [each.measure_code for each in own.numbers.all()])

"""Take a board, or a chosen set of them, away as a PDF to print and send."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.text import slugify

from homeward.foundation.errors import Invalid
from homeward.grammar.api import BoardNumber, Dashboard
from homeward.measures import api as measures
from homeward.web.boards.asked import BoardAsked, read
from homeward.web.boards.pack.gather import pack
from homeward.web.boards.pack.typeset import typeset
from homeward.web.page import PageRequest, page, show

MOST = 8


@page("numbers.view", methods=("GET",))
def board_pack(request: PageRequest, code: str) -> HttpResponse:
    """One declared board, for the area and time in the address."""
    board = measures.board_called(code, by=request.actor)
    return _paper(request, [board], read(request.GET, kinds=board.by_area, now=request.at), title=board.title)


@page("numbers.view", methods=("GET",))
def own_board_pack(request: PageRequest, board_id: UUID) -> HttpResponse:
    """A colleague's own board, as if it were declared."""
    own = measures.openable(board_id, by=request.actor)
    board = Dashboard(
        code="own", title=own.title, question=own.question, owner=own.organisation, review_by=request.at.date(),
        numbers=tuple(BoardNumber(measure=each.measure_code, why=each.why) for each in own.numbers.all()),
    )  # fmt: skip
    return _paper(request, [board], read(request.GET, kinds=("locality",), now=request.at), title=own.title)


@page("numbers.view", methods=("GET",))
def packs(request: PageRequest) -> HttpResponse:
    """Choose boards for one paper; with some chosen, the paper itself."""
    offered = measures.boards(by=request.actor)
    chosen = [each for each in offered if each.code in request.GET.getlist("board")]
    wrong = ""
    if "make" in request.GET:
        if 0 < len(chosen) <= MOST:
            return _paper(request, chosen, read(request.GET, kinds=("locality",), now=request.at), title="Board pack")
        wrong = (
            "Choose at least one board."
            if not chosen
            else f"Choose at most {MOST} boards: more than that is no paper, but a book."
        )
    context = {"boards": offered, "chosen": {each.code for each in chosen}, "problem": wrong, "most": MOST}
    return show(request, "boards/pack/page.html", context, status=422 if wrong else 200)


def _paper(request: PageRequest, boards: list[Dashboard], asked: BoardAsked, *, title: str) -> HttpResponse:
    small = request.GET.get("small") == "shown"
    try:
        made = typeset(pack(request, boards, asked, title=title, small=small))
    except measures.NotCountedYet as refused:
        raise Invalid({"": refused.message}) from refused
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slugify(title) or "board"}-{asked.day.isoformat()}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer

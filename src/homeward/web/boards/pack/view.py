"""Have boards made into a PDF to print and send: ask for it, see how far it is, take it away."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.moments import london_day
from homeward.measures import api as measures
from homeward.web.boards.asked import PERIODS
from homeward.web.page import PageRequest, page, show

STATES = {
    "waiting": ("Waiting to start", "grey"),
    "making": ("Being made", "blue"),
    "ready": ("Ready", "green"),
    "failed": ("Failed", "red"),
    "removed": ("Thrown away after its days", "grey"),
}


@page("board.ask_pack")
def packs(request: PageRequest) -> HttpResponse:
    """Choose boards for one paper, or ask for that of the board the form names; and how far each of mine is."""
    wrong = ""
    if request.method == "POST":
        try:
            found = measures.ask_pack(
                boards=request.POST.getlist("board")[:50], own=_own(request), asked=_asked(request),
                small=request.POST.get("small") == "shown", by=request.actor, at=request.at,
            )  # fmt: skip
            return redirect("pack", found)
        except Invalid as refused:
            wrong = next(iter(refused.errors.values()))
    context = {
        "boards": measures.boards(by=request.actor), "chosen": set(request.POST.getlist("board")), "problem": wrong,
        "mine": measures.packs_of(by=request.actor), "states": STATES, "days": measures.PACKS_KEPT.days,
        "most": measures.PACK_MOST,
    }  # fmt: skip
    return show(request, "boards/pack/page.html", context, status=422 if wrong else 200)


@page("board.ask_pack")
def pack(request: PageRequest, pack_id: UUID) -> HttpResponse:
    """How far one pack is; when it is ready, what it was counted from and where to take it. A POST has it made again."""
    if request.method == "POST":
        measures.ask_pack_again(pack_id=pack_id, by=request.actor, at=request.at)
        return redirect("pack", pack_id)
    found = measures.pack_called(pack_id, by=request.actor)
    context = {
        "pack": found, "state": STATES[found.state], "again": found.again(request.at), "overdue": found.overdue(request.at), "days": measures.PACKS_KEPT.days,
        "until": found.ready_at + measures.PACKS_KEPT if found.ready_at else None,
    }  # fmt: skip
    return show(request, "boards/pack/one.html", context)


@page("board.ask_pack", methods=("GET",))
def pack_file(request: PageRequest, pack_id: UUID) -> HttpResponse:
    """The PDF itself."""
    found = measures.pack_called(pack_id, by=request.actor)
    if found.content is None or found.lake_at is None:
        raise NotFound("This pack has no file.", next_step="Ask for it again from the page of boards.")
    answer = HttpResponse(bytes(found.content), content_type="application/pdf")
    name = f"{slugify(found.title) or 'board'}-{london_day(found.lake_at).isoformat()}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _own(request: PageRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("own", ""))
    except ValueError:
        return None


def _asked(request: PageRequest) -> dict[str, str]:
    period, area = request.POST.get("period", ""), request.POST.get("area", "")[:80]
    return {name: value for name, value in (("period", period if period in PERIODS else ""), ("area", area)) if value}

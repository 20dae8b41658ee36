"""How is one move asked for, made, and shown when somebody else was first? Nothing typed is ever thrown away."""

from uuid import UUID

from django.contrib import messages
from django.forms import MultipleChoiceField
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Clash, NotFound, NotPermitted, Refused
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow
from homeward.web.asker import may
from homeward.web.hub.moves.forms import MoveForm
from homeward.web.hub.moves.table import MOVES, MovePage
from homeward.web.hub.row import the_row
from homeward.web.page import PageRequest, blame, page, show


@page("hub.view")
def make_move(request: PageRequest, referral_id: UUID, slug: str) -> HttpResponse:
    """GET asks; POST makes the move and goes back to the referral."""
    move = MOVES.get(slug)
    if move is None:
        raise NotFound("There is no such page.", next_step="Open the referral to see what can be done.")
    if not may(request.actor, move.permission):
        raise NotPermitted("Your role does not make this move.", next_step="Open the referral to see what you can do.")
    row = the_row(referral_id, by=request.actor, at=request.at)
    form = _form(request, move, row)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, move, row, form)
    try:
        move.act(form, referral_id, request.actor, request.at, form.cleaned_data["version"])
    except Clash as clash:
        return _clashed(request, move, referral_id, clash)
    except NotPermitted:
        raise
    except Refused as refused:
        blame(form, refused)
        return _asked(request, move, row, form)
    messages.success(request, move.done)
    return redirect("hub_referral", referral_id)


def _form(request: PageRequest, move: MovePage, row: BoardRow) -> MoveForm:
    posted = request.POST if request.method == "POST" else None
    form = move.form(posted, initial={"version": row.version}, auto_id="%s")
    for field, label in move.labels.items():
        form.fields[field].label = label
    move.prepare(form, row, request.actor, request.at)
    return form


def _clashed(request: PageRequest, move: MovePage, referral_id: UUID, clash: Clash) -> HttpResponse:
    """The same form with what was typed, on the version as it now is, under the words of whose move stands."""
    row = the_row(referral_id, by=request.actor, at=request.at)
    form = move.form(None, initial=_kept(request, move) | {"version": row.version}, auto_id="%s")
    for field, label in move.labels.items():
        form.fields[field].label = label
    move.prepare(form, row, request.actor, request.at)
    open_now = referrals.next_moves(referral_id, by=request.actor, at=request.at).may
    possible = move.kind == "note" or move.kind in open_now
    return _asked(request, move, row, form, clash=clash, possible=possible)


def _kept(request: PageRequest, move: MovePage) -> dict[str, object]:
    """What was typed, field by field."""
    fields = move.form.base_fields
    return {
        name: request.POST.getlist(name) if isinstance(fields[name], MultipleChoiceField) else request.POST.get(name)
        for name in fields
    }


def _asked(
    request: PageRequest,
    move: MovePage,
    row: BoardRow,
    form: MoveForm,
    *,
    clash: Clash | None = None,
    possible: bool = True,
) -> HttpResponse:
    wanted = directory.place().urgencies.get(row.urgency_wanted or "")
    signs = {flag.code: flag.words for need in directory.place().needs.values() for flag in need.red_flags}
    risks = [signs.get(code, code) for code in row.risk_codes]
    context = {"move": move, "row": row, "clash": clash, "possible": possible, "wanted": wanted, "risks": risks}
    return show(request, "hub/moves/page.html", context, form=form, status=409 if clash else 200)

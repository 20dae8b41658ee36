"""Who is best placed to help? Every service in order with what speaks for and against it; a person chooses."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow
from homeward.web.asked_number import asked_number
from homeward.web.hub.row import may_be_made, the_row
from homeward.web.page import PageRequest, page, show

LONGEST = 2000


@page("referral.place")
def place(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """GET shows the candidates; POST offers the need to the one chosen."""
    row = the_row(referral_id, by=request.actor, at=request.at)
    if request.method != "POST":
        return _shown(request, row)
    team, _, service = request.POST.get("choice", "").partition("|")
    why = request.POST.get("why", "")[:LONGEST]
    version = request.POST.get("version", "")
    try:
        referrals.place(
            referral_id=referral_id,
            service_code=service,
            team_code=team,
            why=why,
            shown_digest=request.POST.get("digest") or None,
            by=request.actor,
            at=request.at,
            expected_version=asked_number(version, otherwise=0, least=0),
        )
    except Clash as clash:
        fresh = the_row(referral_id, by=request.actor, at=request.at)
        return _shown(request, fresh, clash=clash, choice=request.POST.get("choice", ""), why=why)
    except NotPermitted:
        raise
    except Refused as refused:
        return _shown(request, row, refused=refused, choice=request.POST.get("choice", ""), why=why)
    messages.success(request, "Offered. The team owns it now and has been told; you see when they accept.")
    return redirect("hub_referral", referral_id)


@page("hub.view", methods=("GET",))
def explained(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Why it went where it went, read back from the event log."""
    row = the_row(referral_id, by=request.actor, at=request.at)
    told = referrals.explain(referral_id, by=request.actor, at=request.at)
    return show(request, "hub/place/explained.html", {"row": row, "told": told})


def _shown(
    request: PageRequest,
    row: BoardRow,
    *,
    clash: Clash | None = None,
    refused: Refused | None = None,
    choice: str = "",
    why: str = "",
) -> HttpResponse:
    shown = referrals.candidates(row.id, by=request.actor, at=request.at)
    context = {
        "row": row,
        "shown": shown,
        "clash": clash,
        "possible": may_be_made("place", row, by=request.actor, at=request.at),
        "refused": refused,
        "said": next(iter(refused.errors.values()))
        if isinstance(refused, Invalid)
        else getattr(refused, "message", ""),
        "choice": choice,
        "why": why,
    }
    status = 409 if clash else 422 if refused else 200
    return show(request, "hub/place/page.html", context, status=status)

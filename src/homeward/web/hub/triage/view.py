"""How soon is help needed? The protocol's questions, what it suggests and because of what, and the decision."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Clash, NotPermitted, Refused
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow
from homeward.web.asker import may
from homeward.web.hub.row import may_be_made, the_row
from homeward.web.hub.triage.form import TriageForm
from homeward.web.page import PageRequest, blame, page, show


@page("referral.triage")
def triage(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """GET asks; POST with step 'suggest' shows what the answers would lead to; 'save' decides."""
    row = the_row(referral_id, by=request.actor, at=request.at)
    form = _form(request, row)
    if request.method != "POST" or request.POST.get("step") != "save" or not form.is_valid():
        return _asked(request, row, form)
    try:
        done = referrals.triage(
            referral_id=referral_id,
            answers=form.answers(),
            need_code=form.cleaned_data["need_code"] or None,
            urgency=form.cleaned_data["urgency"] or None,
            words=form.cleaned_data["words"],
            by=request.actor,
            at=request.at,
            expected_version=form.cleaned_data["version"],
        )
    except Clash as clash:
        fresh = the_row(referral_id, by=request.actor, at=request.at)
        return _asked(request, fresh, _form(request, fresh, keep=True), clash=clash)
    except NotPermitted:
        raise
    except Refused as refused:
        blame(form, refused)
        return _asked(request, row, form)
    if done.urgency_wanted:
        messages.success(request, "Saved. A colleague must give a second look before it is made less urgent.")
        return redirect("hub_referral", referral_id)
    title = directory.place().urgencies[done.urgency].title.lower()
    messages.success(request, f"Triaged: {title}. Now find the best-placed help.")
    return redirect("hub_place" if may(request.actor, "referral.place") else "hub_referral", referral_id)


def _form(request: PageRequest, row: BoardRow, *, keep: bool = False) -> TriageForm:
    """The form as posted; with `keep`, what was typed but on the referral's present version."""
    place = directory.place()
    asked = referrals.triage_questions(row.id, by=request.actor, at=request.at)
    first = {"version": row.version, "need_code": row.need_code, "urgency": ""}
    if keep:
        first = {**{name: request.POST.get(name) for name in request.POST}, "version": row.version}
    posted = request.POST if request.method == "POST" and not keep else None
    return TriageForm(posted, asked=asked, place=place, initial=first, auto_id="%s")


def _asked(request: PageRequest, row: BoardRow, form: TriageForm, *, clash: Clash | None = None) -> HttpResponse:
    answers = form.answers() if form.is_bound and form.is_valid() else {}
    need = str(form["need_code"].value() or row.need_code)
    suggested = referrals.suggestion(row.id, answers=answers, need_code=need, by=request.actor, at=request.at)
    context = {
        "row": row,
        "suggestion": suggested,
        "clash": clash,
        "possible": may_be_made("triage", row, by=request.actor, at=request.at),
    }
    return show(request, "hub/triage/page.html", context, form=form, status=409 if clash else 200)

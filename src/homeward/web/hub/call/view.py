"""How is a call taken in under a minute? Live referrals first, likenesses while typing, saved once, then triaged."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import alone
from homeward.referrals import api as referrals
from homeward.web.hub.call.form import CallForm
from homeward.web.hub.call.look_up import look_up, who_may_be
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.as_details import FIELDS, as_details
from homeward.web.refer.need.practices import practices
from homeward.web.refer.need.send import Sent, send
from homeward.web.refusal import wants_fragment


@page("referral.call")
def call(request: PageRequest) -> HttpResponse:
    """GET is an empty form. POST with step 'check' looks people up, 'save' receives the need."""
    step = request.POST.get("step", "") if request.method == "POST" else ""
    if step != "save":
        form = _form(request, bound=False)
        template = "hub/call/_found.html" if wants_fragment(request) else "hub/call/page.html"
        return _drawn(request, form, template)
    form = _form(request, bound=True)
    if form.is_valid():
        try:
            sent = _save(request, form)
        except Invalid as wrong:
            blame(form, Invalid({FIELDS.get(field, field): words for field, words in wrong.errors.items()}))
        except Refused as refused:
            blame(form, refused)
        else:
            if sent:
                return _onward(request, sent)
    return _drawn(request, form, "hub/call/page.html")


def _onward(request: PageRequest, sent: Sent) -> HttpResponse:
    """To triage, where that is for whoever took the call; otherwise to the referral, with who does it now."""
    referral = sent.referral
    if "triage" in referrals.next_moves(referral.id, by=request.actor, at=request.at).may:
        messages.success(request, "Saved. Now decide how soon help is needed.")
        return redirect("hub_triage", referral.id)
    owner = directory.place().teams[referral.owner_team_id].name
    messages.success(request, f"Saved. {owner} owns it now and decides how soon help is needed.")
    return redirect("hub_referral", referral.id)


def _save(request: PageRequest, form: CallForm) -> Sent | None:
    """The need, once however often it is sent; None while it is not said who of several alike is meant."""
    typed, by, at = form.cleaned_data, request.actor, request.at
    details = as_details(
        form, source="call", organisation=typed["sender_organisation"], kind=typed["sender_kind"], person=typed
    )
    with alone("call form", f"{by.user_id}:{typed['key']}"):
        before = referrals.with_key(typed["key"], by=by)
        if not before and form.asks_which(who_may_be(form, by=by, at=at)):
            return None
        person = before[1] if before else form.whom(by=by, at=at)
        return send(person=person, details=details, key=typed["key"], by=by, at=at)


def _form(request: PageRequest, *, bound: bool) -> CallForm:
    place, today = directory.place(), london_day(request.at)
    known = {"place": place, "today": today, "practices": practices(on=today), "auto_id": "%s"}
    if bound:
        return CallForm(request.POST, **known)
    typed: dict[str, object] = {name: request.POST.get(name) for name in CallForm.base_fields if name in request.POST}
    typed |= {"risks": request.POST.getlist("risks"), "key": request.POST.get("key") or str(new_id())}
    return CallForm(initial=typed, **known)


def _drawn(request: PageRequest, form: CallForm, template: str) -> HttpResponse:
    found = look_up(form, by=request.actor, at=request.at)
    return show(request, template, {"found": found, "practices": form.practices}, form=form)

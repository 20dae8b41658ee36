"""How is somebody admitted by hand, when no ward system tells of it?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import alone
from homeward.hospital import api as hospital
from homeward.web.flow.admit.form import AdmitForm
from homeward.web.hub.call.look_up import LookedUp, who_may_be
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.practices import practices
from homeward.web.refusal import wants_fragment

BY_HAND = "by-hand"


@page("stay.admit")
def admit(request: PageRequest) -> HttpResponse:
    """GET is an empty form. POST with step 'check' looks people up; any other finds the person, or adds them, and begins the stay."""
    checking = request.POST.get("step") == "check"
    form = _form(request, bound=request.method == "POST" and not checking)
    if form.is_valid() and (stay_id := _saved(request, form)):
        messages.success(request, "Admitted. They are on the board.")
        return redirect("flow_stay", stay_id)
    template = "hub/call/_found.html" if checking and wants_fragment(request) else "flow/admit/page.html"
    alike = who_may_be(form, by=request.actor, at=request.at)
    found = LookedUp(likenesses=alike, chosen=form.known_id(), live=())
    return show(request, template, {"found": found, "practices": form.practices}, form=form)


def _saved(request: PageRequest, form: AdmitForm) -> UUID | None:
    """The stay, once however often it is sent; None when something is still to be said, which the form shows."""
    told, by, at = form.cleaned_data, request.actor, request.at
    source_id = f"{by.user_id}:{told['key'] or new_id()}"
    try:
        with alone("admission form", source_id):
            if before := hospital.stay_told(BY_HAND, source_id):
                return before[0]
            if hospital.struck_told(BY_HAND, source_id):
                raise Refused("This admission was struck out as an error.", next_step="Begin with an empty form.")
            if form.asks_which(who_may_be(form, by=by, at=at)):
                return None
            where, _, ward = told["ward"].partition("|")
            return hospital.admit(
                person_id=form.whom(by=by, at=at), hospital=where, ward=ward, bed=told["bed"], method=told["method"],
                reason_words=told["reason"], from_care_home=told["from_care_home"], admitted_at=form.moment(),
                source=BY_HAND, source_id=source_id, by=by, at=at,
            )  # fmt: skip
    except Refused as refused:
        blame(form, refused)
        return None


def _form(request: PageRequest, *, bound: bool) -> AdmitForm:
    today = london_day(request.at)
    asked: dict[str, Any] = {
        "at": request.at, "thing": new_id(), "today": today, "practices": practices(on=today), "auto_id": "%s",
    }  # fmt: skip
    if bound:
        return AdmitForm(request.POST, **asked)
    typed: dict[str, object] = {name: request.POST[name] for name in AdmitForm.base_fields if name in request.POST}
    typed["key"] = request.POST.get("key") or str(new_id())
    return AdmitForm(initial=typed, **asked)

"""Who was the call about, now that somebody can say?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import alone
from homeward.front_door import api as front_door
from homeward.web.hub.call.look_up import look_up, who_may_be
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.chosen_person import ChosenPersonForm
from homeward.web.refer.need.practices import practices
from homeward.web.refusal import wants_fragment


@page("line.name")
def who(request: PageRequest, call_id: UUID) -> HttpResponse:
    """GET asks; POST with step 'check' looks people up, 'save' puts the call into somebody's record."""
    by, at = request.actor, request.at
    view = front_door.call_view(call_id, by=by, at=at)
    saving = request.method == "POST" and request.POST.get("step") == "save"
    form = _form(request, bound=saving)
    if saving and form.is_valid() and _named(request, form, view):
        messages.success(request, "The call is in their record, with its advice.")
        return redirect("line_call", call_id)
    template = "hub/call/_found.html" if wants_fragment(request) else "advice/who/page.html"
    context = {"view": view, "found": look_up(form, by=by, at=at), "practices": form.practices}
    return show(request, template, context, form=form)


def _named(request: PageRequest, form: ChosenPersonForm, view: front_door.CallView) -> bool:
    """Is it kept who it was? Not while it is not said who of several alike is meant, which the form shows."""
    by, at, call_id = request.actor, request.at, view.call.id
    try:
        with alone("naming form", call_id):
            if not view.call.person_id and form.asks_which(who_may_be(form, by=by, at=at)):
                return False
            front_door.name_person(call_id=call_id, person_id=form.whom(by=by, at=at), by=by, at=at)
    except Refused as refused:
        blame(form, refused)
        return False
    return True


def _form(request: PageRequest, *, bound: bool) -> ChosenPersonForm:
    today = london_day(request.at)
    asked: dict[str, Any] = {"today": today, "practices": practices(on=today), "auto_id": "%s"}
    if bound:
        return ChosenPersonForm(request.POST, **asked)
    return ChosenPersonForm(initial={name: request.POST.get(name) for name in ChosenPersonForm.base_fields}, **asked)

"""Who was the call about, now that somebody can say?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.foundation.moments import london_day
from homeward.front_door import api as front_door
from homeward.web.hub.call.look_up import look_up
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.known_person import KnownPersonForm
from homeward.web.refer.need.practices import practices
from homeward.web.refusal import wants_fragment


@page("line.name")
def who(request: PageRequest, call_id: UUID) -> HttpResponse:
    """GET asks; POST with step 'check' looks people up, 'save' puts the call into somebody's record."""
    by, at = request.actor, request.at
    view = front_door.call_view(call_id, by=by, at=at)
    saving = request.method == "POST" and request.POST.get("step") == "save"
    form = _form(request, bound=saving)
    if saving and form.is_valid():
        try:
            person = form.whom(by=by, at=at)
            front_door.name_person(call_id=call_id, person_id=person, by=by, at=at)
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(request, "The call is in their record, with its advice.")
            return redirect("line_call", call_id)
    template = "hub/call/_found.html" if wants_fragment(request) else "advice/who/page.html"
    context = {"view": view, "found": look_up(form, by=by, at=at), "practices": form.practices}
    return show(request, template, context, form=form)


def _form(request: PageRequest, *, bound: bool) -> KnownPersonForm:
    today = london_day(request.at)
    asked: dict[str, Any] = {"today": today, "practices": practices(on=today), "auto_id": "%s"}
    if bound:
        return KnownPersonForm(request.POST, **asked)
    return KnownPersonForm(initial={name: request.POST.get(name) for name in KnownPersonForm.base_fields}, **asked)

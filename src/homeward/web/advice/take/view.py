"""How is a call before hospital taken in under a minute? One page, saved once; then advice."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.foundation.one_at_a_time import alone
from homeward.front_door import api as front_door
from homeward.grammar.api import AdviceLine
from homeward.web.advice.take.form import IntakeForm
from homeward.web.hub.call.look_up import look_up, who_may_be
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.practices import practices
from homeward.web.refusal import wants_fragment

# The door's names of fields, as the form calls them.
FIELDS = {"need_code": "need", "waited_seconds": "waited", "answered_at": "question"}


@page("line.take")
def take(request: PageRequest) -> HttpResponse:
    """GET is an empty form. POST with step 'check' looks people up, 'save' takes the call."""
    step = request.POST.get("step", "") if request.method == "POST" else ""
    if step != "save":
        template = "hub/call/_found.html" if wants_fragment(request) else "advice/take/page.html"
        return _drawn(request, _form(request, bound=False), template)
    form = _form(request, bound=True)
    if form.is_valid():
        try:
            call = _save(request, form)
        except Invalid as wrong:
            blame(form, Invalid({FIELDS.get(field, field): words for field, words in wrong.errors.items()}))
        except Refused as refused:
            blame(form, refused)
        else:
            if call:
                messages.success(request, "The call is saved. Now write down the advice.")
                return redirect("line_advise", call)
    return _drawn(request, form, "advice/take/page.html")


def _save(request: PageRequest, form: IntakeForm) -> UUID | None:
    """The call, once however often it is sent; None while it is not said who of several alike is meant."""
    key = form.cleaned_data["key"]
    with alone("advice form", f"{request.actor.user_id}:{key}"):
        if before := front_door.call_with_key(key):
            return before
        if form.asks_which(who_may_be(form, by=request.actor, at=request.at)):
            return None
        details = replace(form.call(at=request.at), person_id=_whom(request, form))
        return front_door.take(details=details, by=request.actor, at=request.at, key=key)


def _whom(request: PageRequest, form: IntakeForm) -> UUID | None:
    if form.cleaned_data["unknown"] and not form.known_id():
        return None
    return form.whom(by=request.actor, at=request.at)


def _form(request: PageRequest, *, bound: bool) -> IntakeForm:
    place, today = directory.place(), london_day(request.at)
    asked: dict[str, Any] = {
        "place": place,
        "answered": _line(request),
        "today": today,
        "practices": practices(on=today),
        "auto_id": "%s",
    }
    if bound:
        return IntakeForm(request.POST, **asked)
    typed: dict[str, object] = {name: request.POST.get(name) for name in IntakeForm.base_fields if name in request.POST}
    typed |= {"signs": request.POST.getlist("signs"), "key": request.POST.get("key") or str(new_id())}
    typed |= {"began": request.POST.get("began") or request.at.isoformat(), "line": _line(request).code}
    return IntakeForm(initial=typed, **asked)


def _line(request: PageRequest) -> AdviceLine:
    """The line that is answered: the one asked for, else the first of the asker's."""
    lines = front_door.lines_of(request.actor)
    wanted = request.POST.get("line") or request.GET.get("line", "")
    found = next((each for each in lines if each.code == wanted), lines[0] if lines else None)
    if found is None:
        raise NotPermitted("Your team does not answer an advice line.", next_step="Ring the line, or ask your hub.")
    return found


def _drawn(request: PageRequest, form: IntakeForm, template: str) -> HttpResponse:
    found = look_up(form, by=request.actor, at=request.at)
    return show(request, template, {"found": found, "practices": form.practices}, form=form)

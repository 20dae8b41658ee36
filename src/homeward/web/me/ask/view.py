"""How do I ask for help for myself? One page, then what happens next."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.web.me.ask.form import AskForm
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.already_open import live_of
from homeward.web.refer.need.as_details import FIELDS, as_details
from homeward.web.refer.need.send import Sent, send
from homeward.web.refer.sent.keep import sent_on


@page("me.view")
def ask(request: PageRequest) -> HttpResponse:
    """GET asks; POST with step 'signs' shows the danger signs of a need, 'need' sends it."""
    if request.actor.person_id is None:  # a carer says first whom it is for
        return redirect("refer")
    if request.method != "POST" or request.POST.get("step") != "need":
        return _asked(request, _form(request, bound=False))
    form = _form(request, bound=True)
    if not form.is_valid():
        return _asked(request, form)
    try:
        return sent_on(request, _send(request, form), signs=form.ticked)
    except NotPermitted:
        raise
    except Invalid as wrong:
        blame(form, Invalid({FIELDS.get(field, field): words for field, words in wrong.errors.items()}))
    except Refused as refused:
        blame(form, refused)
    return _asked(request, form)


def _send(request: PageRequest, form: AskForm) -> Sent:
    form.cleaned_data["sender_name"] = request.actor.name
    details = as_details(form, source="citizen", organisation="", kind="citizen", person={})
    assert request.actor.person_id is not None  # asked above
    person = request.actor.person_id
    return send(person=person, details=details, key=form.cleaned_data["key"], by=request.actor, at=request.at)


def _form(request: PageRequest, *, bound: bool) -> AskForm:
    place = directory.place()
    if bound:
        return AskForm(request.POST, place=place, auto_id="%s")
    typed: dict[str, Any] = {name: request.POST.get(name) for name in AskForm.base_fields if name in request.POST}
    typed |= {"risks": request.POST.getlist("risks"), "key": request.POST.get("key") or str(new_id())}
    return AskForm(initial=typed, place=place, auto_id="%s")


def _asked(request: PageRequest, form: AskForm) -> HttpResponse:
    person = request.actor.person_id
    live = live_of(person, by=request.actor, at=request.at) if person else []
    return show(request, "me/ask/page.html", {"live": live}, form=form)

"""How does a GP, ward, crew, care home or partner with a link ask for help for someone? Who it is for, then what is needed."""

from typing import Any

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.referrals.api import Source
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.make.form import CarerForm, ReferForm
from homeward.web.refer.need.already_open import already_open
from homeward.web.refer.need.as_details import FIELDS, as_details
from homeward.web.refer.need.kind import kind_of
from homeward.web.refer.need.person_form import PersonForm
from homeward.web.refer.need.practices import practices
from homeward.web.refer.need.send import Sent, organisation_name, send
from homeward.web.refer.sent.keep import sent_on

SOURCE: dict[str, Source] = {"link": "link", "citizen": "citizen"}


@page("referral.make")
def make(request: PageRequest) -> HttpResponse:
    """GET asks who it is for. POST with step 'person' asks for the need, 'signs' shows its danger signs, 'need' sends it."""
    person = _person_form(request)
    if request.method != "POST" or request.POST.get("step") == "back" or not person.is_valid():
        return _ask_person(request, person)
    step = request.POST.get("step", "person")
    if step != "need":
        return _ask_need(request, person, _need_form(request, bound=False))
    need = _need_form(request, bound=True)
    if need.is_valid():
        try:
            return sent_on(request, _send(request, person, need), signs=need.ticked)
        except Invalid as wrong:
            blame(need, Invalid({FIELDS.get(field, field): words for field, words in wrong.errors.items()}))
        except Refused as refused:
            blame(need, refused)
    return _ask_need(request, person, need)


def _send(request: PageRequest, person: PersonForm, need: ReferForm) -> Sent:
    details = as_details(
        need,
        source=SOURCE.get(request.actor.kind, "web"),
        organisation=organisation_name(request.actor),
        kind=kind_of(request.actor),
        person=person.cleaned_data,
    )
    return send(person=person.details(), details=details, key=need.cleaned_data["key"], by=request.actor, at=request.at)


def _person_form(request: PageRequest) -> PersonForm:
    posted = request.POST if request.method == "POST" else None
    today = london_day(request.at)
    return PersonForm(posted, today=today, practices=practices(on=today), auto_id="%s")


def _need_form(request: PageRequest, *, bound: bool) -> ReferForm:
    place = directory.place()
    form = CarerForm if _is_carer(request) else ReferForm
    if bound:
        return form(request.POST, place=place, auto_id="%s")
    typed: dict[str, Any] = {name: request.POST.get(name) for name in ReferForm.base_fields if name in request.POST}
    role = place.roles.get(request.actor.role)
    first = {
        "sender_name": request.actor.name,
        "sender_role": role.title if role and form is ReferForm else "",
        "key": str(new_id()),
    }
    return form(initial={**first, **typed, "risks": request.POST.getlist("risks")}, place=place, auto_id="%s")


def _ask_person(request: PageRequest, person: PersonForm) -> HttpResponse:
    context = {"practices": person.practices, "person": person, "carer": _is_carer(request)}
    return show(request, "refer/make/person.html", context, form=person)


def _ask_need(request: PageRequest, person: PersonForm, need: ReferForm) -> HttpResponse:
    live = already_open(person.details(), by=request.actor, at=request.at)
    context = {"person": person, "names": list(person.fields), "live": live, "carer": _is_carer(request)}
    return show(request, "refer/make/need.html", context, form=need)


def _is_carer(request: PageRequest) -> bool:
    """Somebody at home who asks for another, not somebody at work."""
    return request.actor.kind == "citizen"

"""What is meant, found and decided for one person at the door, and what came of it?"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, Invalid
from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.front_door.arrival.form import DecidedForm, MeantForm
from homeward.web.page import PageRequest, blame, page, show


@page("front_door.view", methods=("GET",))
def arrival(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """One person at the door, with the next thing to write down."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    return _drawn(request, view, _blank(request, view))


@page("front_door.intend", methods=("POST",))
def meant(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """Write down what is meant. Whoever was first, it stands."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    form = MeantForm(request.POST, door=view.door, auto_id="f-%s")
    if not form.is_valid():
        return _drawn(request, view, form)
    try:
        front_door.intend(arrival_id=arrival_id, code=form.cleaned_data["intended"], by=request.actor, at=request.at)
        messages.success(request, "Written down. It stays as it is, whatever is decided.")
    except Clash as clash:
        messages.warning(request, f"{clash.message} {clash.next_step}")
    return redirect("front_door_arrival", arrival_id)


@page("front_door.decide", methods=("POST",))
def decided(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """Write down the decision."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    form = DecidedForm(request.POST, door=view.door, auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            front_door.decide(
                arrival_id=arrival_id, code=typed["decided"], decided_by=typed["decided_by"], words=typed["words"],
                by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "The decision is written down. What comes of it is looked up by itself.")
            return redirect("front_door_arrival", arrival_id)
        except Invalid as wrong:
            blame(form, wrong)
    return _drawn(request, view, form)


def _blank(request: PageRequest, view: front_door.ArrivalView) -> forms.Form:
    """The next form to fill in."""
    if not view.row.intended_at:
        return MeantForm(door=view.door, auto_id="f-%s")
    return DecidedForm(door=view.door, auto_id="f-%s", initial={"decided_by": request.actor.name})


def _drawn(request: PageRequest, view: front_door.ArrivalView, form: forms.Form) -> HttpResponse:
    by = request.actor
    theirs = bool(set(view.door.teams) & set(by.teams)) and may(by, "front_door.decide")
    context = {"view": view, "theirs": theirs, "may_person": may(by, "person.view"), "may_answer": may(by, "plan.answer"), "may_refer": may(by, "referral.make")}  # fmt: skip
    return show(request, "front_door/arrival/page.html", context, form=form)

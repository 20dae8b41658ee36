"""What is meant, found and decided for one person at the door, and what came of it?"""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, Invalid, Refused
from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.front_door.arrival.form import BedForm, DecidedForm, LeftForm, MeantForm, MoveForm, UndoForm
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
    form = DecidedForm(request.POST, door=view.door, beds=view.beds, asks_bed=_asks_bed(view), auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            front_door.decide(
                arrival_id=arrival_id, code=typed["decided"], decided_by=typed["decided_by"], words=typed["words"],
                bed=form.unit(), by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "The decision is written down. What comes of it is looked up by itself.")
            return redirect("front_door_arrival", arrival_id)
        except Invalid as wrong:
            blame(form, wrong)
        except Clash as clash:
            return _taken_meanwhile(request, arrival_id, form, clash)
    return _drawn(request, view, form)


@page("front_door.take_bed", methods=("POST",))
def bed(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """Somebody who waited comes to a bed."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    form = BedForm(request.POST, beds=view.beds, auto_id="b-%s")
    return _said(
        request, view, form, "They are in the bed. The capacity board shows it.",
        lambda: front_door.take_bed(arrival_id=arrival_id, unit_id=form.unit(), by=request.actor, at=request.at),
    )  # fmt: skip


@page("front_door.move_bed", methods=("POST",))
def moved(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """They go from one bed to another."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    form = MoveForm(request.POST, beds=_same(view), auto_id="m-%s")
    return _said(
        request, view, form, "They are in the other bed. The one they had is being cleaned: open it when it is ready.",
        lambda: front_door.move_bed(arrival_id=arrival_id, unit_id=form.unit(), by=request.actor, at=request.at),
    )  # fmt: skip


@page("front_door.leave_bed", methods=("POST",))
def left(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """They have left the bed."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    form = LeftForm(request.POST, left_for=view.left_for, at=request.at, auto_id="l-%s")
    return _said(
        request, view, form, "They have left. The bed is being cleaned: open it when it is ready.",
        lambda: front_door.leave_bed(
            arrival_id=arrival_id, to=form.cleaned_data["to"], left_at=form.moment(), by=request.actor, at=request.at
        ),
    )  # fmt: skip


@page("front_door.undo_bed", methods=("POST",))
def undone(request: PageRequest, arrival_id: UUID) -> HttpResponse:
    """The last thing said about the bed was wrong."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    form = UndoForm(request.POST, auto_id="u-%s")
    return _said(
        request, view, form, "Put right. The reason stands in the log.",
        lambda: front_door.undo_bed(
            arrival_id=arrival_id, words=form.cleaned_data["wrong"], by=request.actor, at=request.at
        ),
    )  # fmt: skip


def _said(
    request: PageRequest, view: front_door.ArrivalView, form: forms.Form, words: str, act: Callable[[], object]
) -> HttpResponse:
    """Do it and say so; what cannot be stands beside its field, or above the page."""
    if not form.is_valid():
        return _drawn(request, view, form)
    try:
        act()
        messages.success(request, words)
    except Invalid as wrong:
        blame(form, Invalid({{"left_at": "time"}.get(name, name): each for name, each in wrong.errors.items()}))
        return _drawn(request, view, form)
    except Refused as refused:
        messages.warning(request, f"{refused.message} {refused.next_step}".strip())
    return redirect("front_door_arrival", view.row.id)


def _taken_meanwhile(request: PageRequest, arrival_id: UUID, form: DecidedForm, clash: Clash) -> HttpResponse:
    """Somebody else was quicker: what was typed stays, and the beds that are free now are offered."""
    view = front_door.arrival_view(arrival_id, by=request.actor, at=request.at)
    again = DecidedForm(request.POST, door=view.door, beds=view.beds, asks_bed=_asks_bed(view), auto_id="f-%s")
    if again.is_valid():
        again.add_error("bed", f"{clash.message} {clash.next_step}")
    return _drawn(request, view, again)


def _same(view: front_door.ArrivalView) -> list[front_door.FreeBeds]:
    """The beds of the kind they are in."""
    return [each for each in view.beds if view.bed and each.service_code == view.bed.service_code]


def _asks_bed(view: front_door.ArrivalView) -> bool:
    return view.bed is None or not view.bed.there


def _blank(request: PageRequest, view: front_door.ArrivalView) -> forms.Form:
    """The next form to fill in."""
    if not view.row.intended_at:
        return MeantForm(door=view.door, auto_id="f-%s")
    return _decided(request, view)


def _decided(request: PageRequest, view: front_door.ArrivalView) -> DecidedForm:
    return DecidedForm(
        door=view.door, beds=view.beds, asks_bed=_asks_bed(view), auto_id="f-%s", initial={"decided_by": request.actor.name}
    )


def _drawn(request: PageRequest, view: front_door.ArrivalView, form: forms.Form) -> HttpResponse:
    by = request.actor
    theirs = bool(set(view.door.teams) & set(by.teams)) and may(by, "front_door.decide")
    bed_team = {view.bed.team_code} if view.bed else set()
    context = {
        "view": view, "theirs": theirs, "may_person": may(by, "person.view"), "may_answer": may(by, "plan.answer"),
        "may_refer": may(by, "referral.make"), "may_bed": may(by, "front_door.leave_bed") and bool(set(by.teams) & {*view.door.teams, *bed_team}),
        "decide": form if isinstance(form, DecidedForm) else _decided(request, view),
        "taking": form if type(form) is BedForm else BedForm(beds=view.beds, auto_id="b-%s"),
        "moving": form if isinstance(form, MoveForm) else MoveForm(beds=_same(view), auto_id="m-%s"),
        "leaving": form if isinstance(form, LeftForm) else LeftForm(left_for=view.left_for, at=request.at, auto_id="l-%s"),
        "undoing": form if isinstance(form, UndoForm) else UndoForm(auto_id="u-%s"), "may_units": may(by, "capacity.view"),
    }  # fmt: skip
    return show(request, "front_door/arrival/page.html", context, form=form)

"""Who has just come to the door? Put on the list once, whoever presses how often."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london, london_day
from homeward.foundation.one_at_a_time import alone
from homeward.front_door import api as front_door
from homeward.grammar.api import FrontDoor
from homeward.web.front_door.arrive.form import ArriveForm
from homeward.web.hub.call.look_up import look_up, who_may_be
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.need.practices import practices
from homeward.web.refusal import wants_fragment


@page("front_door.arrive")
def arrive(request: PageRequest) -> HttpResponse:
    """GET is an empty form. POST with step 'check' looks people up, 'save' puts them on the list."""
    step = request.POST.get("step", "") if request.method == "POST" else ""
    door = _door(request)
    form = _form(request, door, bound=step == "save")
    if step == "save" and form.is_valid():
        try:
            arrival = _save(request, form, door)
        except Invalid as wrong:
            blame(
                form,
                Invalid(
                    {"arrived" if field == "arrived_at" else field: words for field, words in wrong.errors.items()}
                ),
            )
        except Refused as refused:
            blame(form, refused)
        else:
            if arrival:
                messages.success(
                    request, "On the list. Now write down what is going to happen unless something changes it."
                )
                return redirect("front_door_arrival", arrival)
    template = "hub/call/_found.html" if step == "check" and wants_fragment(request) else "front_door/arrive/page.html"
    found = look_up(form, by=request.actor, at=request.at)
    return show(request, template, {"found": found, "practices": form.practices, "door": door}, form=form)


def _save(request: PageRequest, form: ArriveForm, door: FrontDoor) -> UUID | None:
    """The arrival, once however often it is sent; None while it is not said who of several alike is meant."""
    typed, by, at = form.cleaned_data, request.actor, request.at
    with alone("arrival form", f"{by.user_id}:{typed['key']}"):
        if before := front_door.arrival_with_key(typed["key"]):
            return before
        if form.asks_which(who_may_be(form, by=by, at=at)):
            return None
        details = front_door.ArrivalDetails(
            person_id=form.whom(by=by, at=at), door=door.code, way=typed["way"], arrived_at=typed["arrived"], why_words=typed["why"],
            signs=tuple(typed["signs"]),
        )  # fmt: skip
        return front_door.arrive(details=details, by=by, at=at, key=typed["key"])


def _door(request: PageRequest) -> FrontDoor:
    """The door asked for, else the first of the asker's."""
    doors = front_door.doors_of(request.actor)
    wanted = request.POST.get("door") or request.GET.get("door", "")
    found = next((each for each in doors if each.code == wanted), doors[0] if doors else None)
    if found is None:
        raise NotPermitted("Your team meets nobody at a front door.", next_step="Ask the team at the door.")
    return found


def _form(request: PageRequest, door: FrontDoor, *, bound: bool) -> ArriveForm:
    today = london_day(request.at)
    asked: dict[str, Any] = {
        "place": directory.place(), "chosen": door, "now": request.at, "today": today, "practices": practices(on=today),
        "auto_id": "%s",
    }  # fmt: skip
    if bound:
        return ArriveForm(request.POST, **asked)
    typed: dict[str, object] = {name: request.POST.get(name) for name in ArriveForm.base_fields if name in request.POST}
    typed |= {
        "signs": request.POST.getlist("signs"),
        "key": request.POST.get("key") or str(new_id()),
        "door": door.code,
    }
    typed["arrived"] = request.POST.get("arrived") or f"{london(request.at):%H:%M}"
    return ArriveForm(initial=typed, **asked)

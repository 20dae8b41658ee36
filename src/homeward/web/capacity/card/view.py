"""What is left to do on a card that is on, and who did what?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.capacity.api import RunView
from homeward.directory import api as directory
from homeward.foundation.errors import Clash, NotFound
from homeward.web.asker import may
from homeward.web.capacity.card.form import StandDownForm
from homeward.web.page import PageRequest, page, show


@page("surge.view", methods=("GET",))
def card(request: PageRequest, run_id: UUID) -> HttpResponse:
    """Every step, done or not, and what the card opened."""
    return _drawn(request, _run(run_id), StandDownForm(auto_id="f-%s"))


@page("surge.do_step", methods=("POST",))
def step(request: PageRequest, run_id: UUID, code: str) -> HttpResponse:
    """This step is done, by whoever presses."""
    try:
        note = request.POST.get("note", "")[:300]
        capacity.do_step(run_id=run_id, step_code=code, note=note, by=request.actor, at=request.at)
        messages.success(request, "Written down as done by you.")
    except Clash as clash:
        messages.warning(request, f"{clash.message} {clash.next_step}")
    return redirect("surge_card", run_id)


@page("surge.stand_down", methods=("POST",))
def stand_down(request: PageRequest, run_id: UUID) -> HttpResponse:
    """The card is over; what it opened closes as people leave it."""
    form = StandDownForm(request.POST, auto_id="f-%s")
    if not form.is_valid():
        return _drawn(request, _run(run_id), form)
    capacity.stand_down(run_id=run_id, why=form.cleaned_data["why"], by=request.actor, at=request.at)
    messages.success(request, "Stood down. Nobody is moved: what it opened closes as people leave it.")
    return redirect("surge_card", run_id)


def _run(run_id: UUID) -> RunView:
    found = capacity.run_of(run_id)
    if found is None:
        raise NotFound("There is no such card.", next_step="Choose one from the list.")
    return found


def _drawn(request: PageRequest, run: RunView, form: StandDownForm) -> HttpResponse:
    place = directory.place()
    context = {
        "run": run,
        "teams": {code: each.name for code, each in place.teams.items()},
        "units": {code: each.capacity_kind for code, each in place.services.items()},
        "mine": set(request.actor.teams),
        "may_do": run.off_at is None and may(request.actor, "surge.do_step"),
        "may_stand_down": run.off_at is None and may(request.actor, "surge.stand_down"),
    }
    return show(request, "capacity/card/page.html", context, form=form)

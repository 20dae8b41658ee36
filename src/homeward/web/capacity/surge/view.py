"""How much pressure is there by each trigger, which cards does it call for, and which are on?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.foundation.errors import Clash, Invalid
from homeward.web.asker import may
from homeward.web.capacity.surge.form import SwitchForm
from homeward.web.page import PageRequest, blame, page, show


@page("surge.view", methods=("GET",))
def surge(request: PageRequest) -> HttpResponse:
    """Readings first, then the cards called for, then the others, then those that were on."""
    return _drawn(request, SwitchForm(auto_id="f-%s"), "")


@page("surge.switch_on", methods=("POST",))
def switch_on(request: PageRequest, card: str) -> HttpResponse:
    """Switch the card on and go to it."""
    form = SwitchForm(request.POST, auto_id="f-%s")
    if form.is_valid():
        try:
            run = capacity.switch_on(card_code=card, why=form.cleaned_data["why"], by=request.actor, at=request.at)
            messages.success(request, "Switched on. What it opens can be booked now.")
            return redirect("surge_card", run)
        except Clash as clash:
            messages.warning(request, f"{clash.message} {clash.next_step}")
            return redirect("surge")
        except Invalid as wrong:
            blame(form, wrong)
    return _drawn(request, form, card)


def _drawn(request: PageRequest, form: SwitchForm, asked: str) -> HttpResponse:
    place = directory.place()
    context = {
        "view": capacity.surge_level(at=request.at),
        "past": capacity.runs(on=False, most=20),
        "asked": asked,
        "services": {code: each.title for code, each in place.services.items()},
        "teams": {code: each.name for code, each in place.teams.items()},
        "units": {code: each.capacity_kind for code, each in place.services.items()},
        "may_switch": may(request.actor, "surge.switch_on"),
    }
    return show(request, "capacity/surge/page.html", context, form=form)

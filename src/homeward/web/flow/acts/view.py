"""How is one thing about a stay, home care or a recovery bed asked for and written down? Nothing typed is thrown away."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import NotFound, NotPermitted, Refused
from homeward.hospital import api as hospital
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.flow.acts.act import Act
from homeward.web.flow.acts.bed_acts import BED_ACTS
from homeward.web.flow.acts.care_acts import CARE_ACTS
from homeward.web.flow.acts.stay_acts import STAY_ACTS
from homeward.web.page import PageRequest, blame, page, show


@page("flow.view")
def act(request: PageRequest, stay_id: UUID, slug: str) -> HttpResponse:
    """Something about a stay."""
    person_id = hospital.person_of_stay({"stay_id": stay_id})

    def where() -> str:
        found = hospital.stay(stay_id, at=request.at)
        return f"{found.ward}, {found.hospital}" if found else ""

    return _acted(request, STAY_ACTS, slug, stay_id, person_id, where, "flow_stay", "flow")


@page("home_care.view")
def care_act(request: PageRequest, request_id: UUID, slug: str) -> HttpResponse:
    """Something about home care."""
    person_id = hospital.person_of_home_care({"request_id": request_id})

    def where() -> str:
        found = hospital.home_care(request_id)
        return f"home care, {found.state_words.lower()}" if found else ""

    return _acted(request, CARE_ACTS, slug, request_id, person_id, where, "flow_care", "flow_home_care")


@page("bed_stay.view")
def bed_act(request: PageRequest, bed_stay_id: UUID, slug: str) -> HttpResponse:
    """Something about a stay in a recovery bed."""
    person_id = hospital.person_of_bed_stay({"bed_stay_id": bed_stay_id})

    def where() -> str:
        found = hospital.bed_stay(bed_stay_id, at=request.at)
        return found.site if found else ""

    return _acted(request, BED_ACTS, slug, bed_stay_id, person_id, where, "flow_bed", "flow_beds")


def _acted(
    request: PageRequest, table: Mapping[str, Act], slug: str, thing: UUID, person_id: UUID, where: Callable[[], str],
    back: str, board: str,
) -> HttpResponse:  # fmt: skip
    wanted = table.get(slug)
    if wanted is None:
        raise NotFound("There is no such page.", next_step="Go back and choose from what can be done.")
    if not may(request.actor, wanted.permission):
        raise NotPermitted("Your role does not do this.", next_step="Go back to see what you can do.")
    posted = request.POST if request.method == "POST" else None
    with access.gate.person(person_id, by=request.actor, at=request.at, why="way home from hospital"):
        about = f"{people.banner(person_id, request.actor, request.at).name}, {where()}"
        form = wanted.form(posted, at=request.at, thing=thing, asked=request.GET, auto_id="f-%s")
    if form.is_valid():
        try:
            wanted.run(form, thing, request.actor, request.at)
            messages.success(request, wanted.done)
            return redirect(back, thing) if wanted.stays else redirect(wanted.then or board)
        except NotPermitted:
            raise
        except Refused as refused:
            blame(form, refused)
    return show(
        request, "flow/acts/page.html", {"act": wanted, "about": about, "back": back, "thing": thing}, form=form
    )

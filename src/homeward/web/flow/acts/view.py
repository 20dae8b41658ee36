"""How is one thing about a stay asked for and written down? Nothing typed is thrown away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import NotFound, NotPermitted, Refused
from homeward.hospital import api as hospital
from homeward.people import api as people
from homeward.web.asker import may
from homeward.web.flow.acts.table import ACTS
from homeward.web.page import PageRequest, blame, page, show


@page("flow.view")
def act(request: PageRequest, stay_id: UUID, slug: str) -> HttpResponse:
    """GET asks; POST writes it down and goes back to the stay."""
    wanted = ACTS.get(slug)
    if wanted is None:
        raise NotFound("There is no such page.", next_step="Open the stay to see what can be done.")
    if not may(request.actor, wanted.permission):
        raise NotPermitted("Your role does not do this.", next_step="Open the stay to see what you can do.")
    by, at = request.actor, request.at
    person_id = hospital.person_of_stay({"stay_id": stay_id})
    with access.gate.person(person_id, by=by, at=at, why="way home from hospital"):
        found = hospital.stay(stay_id, at=at)
        banner = people.banner(person_id, by, at)
        form = wanted.form(
            request.POST if request.method == "POST" else None,
            at=at,
            stay_id=stay_id,
            asked=request.GET,
            auto_id="f-%s",
        )
    if form.is_valid():
        try:
            wanted.run(form, stay_id, by, at)
            messages.success(request, wanted.done)
            return redirect("flow_stay", stay_id) if wanted.stays else redirect("flow")
        except NotPermitted:
            raise
        except Refused as refused:
            blame(form, refused)
    return show(request, "flow/acts/page.html", {"act": wanted, "stay": found, "banner": banner}, form=form)

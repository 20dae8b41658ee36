"""Why was nobody seen, and what happens next?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.visits import api as visits
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.health.opened import alerts_of
from homeward.web.visit.not_seen.form import NotSeenForm


@page("visit.not_seen")
def not_seen(request: PageRequest, encounter_id: UUID) -> HttpResponse:
    """Record that the person was not seen. The wait goes on, and there is always a next step."""
    door = visits.at_the_door(encounter_id, by=request.actor, at=request.at)
    form = NotSeenForm(request.POST if request.method == "POST" else None, now=request.at, auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            visits.not_seen(
                encounter_id=encounter_id, reason=typed["reason"], words=typed["words"], next_at=form.next_at(),
                by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "Recorded. The wait goes on, and the next step is on your team's list.")
            return redirect("round")
        except Invalid as wrong:
            blame(form, wrong)
    told = alerts_of(request, door.banner.person_id, why="visit")
    return show(request, "visit/not_seen/page.html", {"door": door, "alerts": told}, form=form)

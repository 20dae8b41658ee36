"""May I see this record out of turn, in an emergency?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.directory.api import place
from homeward.foundation.errors import Invalid
from homeward.web.access.break_glass.form import GlassForm
from homeward.web.access.named import named
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.words import clock_face


@page("access.glass_broken")
def break_glass(request: PageRequest, person_id: UUID) -> HttpResponse:
    """A reason and words open the record for the place's minutes. Who could open it anyway is sent there."""
    by, at = request.actor, request.at
    shut = access.shut_by(person_id, by=by)
    if shut is None or access.glass_open(person_id, by=by, at=at):
        return redirect("person", person_id)
    form = GlassForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if form.is_valid():
        try:
            glass = access.break_glass(person_id=person_id, by=by, at=at, **form.cleaned_data)
            messages.success(
                request, f"The record is open to you until {clock_face(glass.until)}. Then it shuts by itself."
            )
            return redirect("person", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    policy = place().access_policy
    context = {"banner": named(person_id, by=by, at=at), "objected": shut == "objected", "policy": policy}
    return show(request, "access/break_glass/page.html", context, form=form)

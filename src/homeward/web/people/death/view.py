"""Has this person died, when, and who says so?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.death.form import DeathForm


@page("person.die")
def death(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Record a death. Visits and open needs stop, and the teams concerned are told."""
    banner = people.banner(person_id, request.actor, request.at)
    posted = request.POST if request.method == "POST" else None
    form = DeathForm(posted, today=london_day(request.at), auto_id="%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            people.die(
                person_id=person_id, died_on=typed["died_on"], source=typed["source"], by=request.actor, at=request.at
            )
            messages.success(request, "The death is recorded. Visits and open needs have been stopped.")
            return redirect("person", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    return show(request, "people/death/page.html", {"banner": banner, "person_id": person_id}, form=form)

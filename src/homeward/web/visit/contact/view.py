"""What happened when the person was seen?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.visits import api as visits
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.health.opened import alerts_of
from homeward.web.visit.contact.form import ContactForm


@page("visit.record_contact")
def contact(request: PageRequest, encounter_id: UUID) -> HttpResponse:
    """Record the contact, once however often the button is pressed; the clock stops at the time that was given."""
    door = visits.at_the_door(encounter_id, by=request.actor, at=request.at)
    posted = request.POST if request.method == "POST" else None
    form = ContactForm(posted, door=door, now=request.at, auto_id="f-%s")
    if form.is_valid():
        try:
            _record(request, encounter_id, form)
            messages.success(request, "The contact is recorded.")
            # what ends the care ends the team's right to open the record too
            return redirect("round") if form.cleaned_data["outcome"] else redirect("visit", encounter_id)
        except Invalid as wrong:
            blame(form, wrong)
    told = alerts_of(request, door.banner.person_id, why="visit")
    return show(request, "visit/contact/page.html", {"door": door, "alerts": told}, form=form)


def _record(request: PageRequest, encounter_id: UUID, form: ContactForm) -> None:
    typed = form.cleaned_data
    visits.record_contact(
        encounter_id=encounter_id,
        contact_at=typed["contact_at"],
        way=typed["way"],
        words=typed["words"],
        outcome=typed["outcome"],
        answers=form.answers(),
        key=typed["key"],
        by=request.actor,
        at=request.at,
    )

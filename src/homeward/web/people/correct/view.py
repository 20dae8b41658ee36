"""What about this person is wrong, and what is right?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.correct.form import CorrectForm, as_it_stands


@page("person.correct")
def correct(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Put details right with a reason; what was said before is kept in the record of events."""
    banner = people.banner(person_id, request.actor, request.at)
    posted = request.POST if request.method == "POST" else None
    form = CorrectForm(posted, initial=as_it_stands(banner), today=london_day(request.at), auto_id="%s")
    if form.is_valid():
        try:
            reason, correction = form.cleaned_data["reason"], form.correction(banner)
            people.correct(person_id=person_id, correction=correction, reason=reason, by=request.actor, at=request.at)
            messages.success(request, "The details have been put right.")
            return redirect("person", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    return show(request, "people/correct/page.html", {"banner": banner, "person_id": person_id}, form=form)

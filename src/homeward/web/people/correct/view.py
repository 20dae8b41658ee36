"""What about this person is wrong, and what is right?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.people.api import Banner
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
            people.correct(
                person_id=person_id, correction=correction, reason=reason, version=form.cleaned_data["version"],
                by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "The details have been put right.")
            return redirect("person", person_id)
        except Invalid as wrong:
            blame(form, wrong)
        except Clash as clashed:
            return _again(request, banner, form, clashed)
    return show(
        request, "people/correct/page.html", {"banner": banner, "person_id": person_id, "clash": None}, form=form
    )


def _again(request: PageRequest, banner: Banner, form: CorrectForm, clash: Clash) -> HttpResponse:
    """What was typed, once more, over what stands now; sent again it is meant."""
    typed = {**form.data.dict(), "version": banner.version}  # type: ignore[attr-defined]  # what a browser sent is a QueryDict
    again = CorrectForm(initial=typed, today=london_day(request.at), auto_id="%s")
    context = {"banner": banner, "person_id": banner.person_id, "clash": clash}
    return show(request, "people/correct/page.html", context, form=again, status=409)

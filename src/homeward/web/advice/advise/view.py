"""What is advised, who decided, and who rings again? Signed once, and kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid, Refused
from homeward.front_door import api as front_door
from homeward.web.advice.advise.form import AdviseForm
from homeward.web.page import PageRequest, blame, page, show


@page("line.advise")
def advise(request: PageRequest, call_id: UUID) -> HttpResponse:
    """GET asks, with the caller's question beside it; POST signs."""
    by, at = request.actor, request.at
    view = front_door.call_view(call_id, by=by, at=at)
    role = directory.place().roles.get(by.role)
    posted = request.POST if request.method == "POST" else None
    form = AdviseForm(posted, view=view, by=by, role=role.title if role else "", auto_id="f-%s")
    if form.is_valid():
        try:
            front_door.advise(call_id=call_id, advice=form.advice(at=at), by=by, at=at)
        except Invalid as wrong:
            blame(
                form,
                Invalid(
                    {"again" if field == "safety_due_at" else field: words for field, words in wrong.errors.items()}
                ),
            )
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(
                request, "The advice is signed. Your team rings again, and what comes of it is looked up by itself."
            )
            return redirect("line_call", call_id)
    refers = [each.title for each in view.line.outcomes if each.refers]
    return show(request, "advice/advise/page.html", {"view": view, "refers": refers}, form=form)

"""Who asked for a copy of their record, and how far is each?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import Invalid
from homeward.web.access.copies.form import CopyForm
from homeward.web.audit.names import full_names, person_meant
from homeward.web.page import PageRequest, blame, page, show

STATES = {
    "waiting": ("Waiting to start", "grey"),
    "gathering": ("Being gathered", "blue"),
    "ready": ("Ready", "green"),
    "failed": ("Failed", "red"),
    "removed": ("Thrown away after its days", "grey"),
}


@page("exports.view")
def copies(request: PageRequest) -> HttpResponse:
    """The newest first, with how far each is; and the form to have one made."""
    by, at = request.actor, request.at
    form = CopyForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if form.is_valid():
        try:
            person_id = person_meant(form.cleaned_data["person"], by=by, at=at)
            access.ask_copy(person_id=person_id, reason=form.cleaned_data["reason"], by=by, at=at)
            messages.success(request, "The copy is being made. It is listed below; the page shows how far it is.")
            return redirect("copies")
        except Invalid as wrong:
            blame(form, wrong)
    found = access.exports(by=by, at=at)
    names = full_names((row.person_id for row in found), by=by, at=at)
    context = {"found": found, "names": names, "states": STATES, "moving": any(row.moving for row in found)}
    return show(request, "access/copies/page.html", context, form=form)

"""Were two people taken for one? The merge is taken back and everything goes where it was."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, Refused
from homeward.people import api as people
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.unmerge.form import UnmergeForm


@page("person.unmerge")
def unmerge(request: PageRequest, merge_id: UUID) -> HttpResponse:
    """Say what will happen, ask why, and part the two."""
    view = people.merge_to_undo(merge_id, by=request.actor, at=request.at)
    form = UnmergeForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if form.is_valid():
        try:
            people.unmerge(merge_id=merge_id, reason=form.cleaned_data["reason"], by=request.actor, at=request.at)
            messages.success(request, "They are two people again. Everything is back where it was.")
            return redirect("people_matches")
        except Invalid as wrong:
            blame(form, wrong)
        except Refused as refused:
            form.add_error("reason", f"{refused.message} {refused.next_step}".strip())
    return show(request, "people/unmerge/page.html", {"view": view}, form=form)

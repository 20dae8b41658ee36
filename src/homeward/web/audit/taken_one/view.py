"""What did this system take, and shall it be ended?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.directory.api import place
from homeward.exchange import api as exchange
from homeward.foundation.errors import Invalid
from homeward.web.audit.taken.states import STATES
from homeward.web.audit.taken_one.form import EndForm
from homeward.web.page import PageRequest, blame, page, show


@page("audit.view")
def taken_one(request: PageRequest, export_id: UUID) -> HttpResponse:
    """One export, whole; whoever may ends it with a reason."""
    by, at = request.actor, request.at
    form = EndForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if form.is_valid():
        try:
            exchange.stop_taking(export_id=export_id, why=form.cleaned_data["why"], by=by, at=at)
            messages.success(request, "It is ended. What was gathered is thrown away, and the system is told why.")
            return redirect("audit_taken_one", export_id)
        except Invalid as wrong:
            blame(form, wrong)
    found = exchange.one_taken_at_once(export_id, by=by, at=at)
    here = place()
    organisation, role = here.organisations.get(found.organisation), here.roles.get(found.role)
    context = {
        "found": found,
        "states": STATES,
        "organisation": organisation.name if organisation else found.organisation,
        "role": role.title if role else found.role,
        "may_stop": access.may(by, "bulk.stop"),
    }
    return show(request, "audit/taken_one/page.html", context, form=form)

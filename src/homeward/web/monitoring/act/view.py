"""What is done for somebody on the ward?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, NotFound
from homeward.monitoring import api as monitoring
from homeward.web.monitoring.act.form import GapForm
from homeward.web.monitoring.act.table import ACTS
from homeward.web.page import PageRequest, blame, page, show

ENDS = ("leave",)


@page("monitoring.view")
def act(request: PageRequest, stay_id: UUID, code: str) -> HttpResponse:
    """GET asks, POST does it once; whether the asker may is the action's own to say."""
    doing = ACTS.get(code)
    if doing is None:
        raise NotFound("There is no such step.", next_step="Go back to the person and choose one from the page.")
    view = monitoring.stay_page(stay_id, by=request.actor, at=request.at)
    form = doing.form(request.POST if request.method == "POST" else None, view) if doing.form else None
    if request.method == "POST" and (form is None or form.is_valid()):
        typed = dict(form.cleaned_data) if form is not None else {}
        if isinstance(form, GapForm):
            typed["span"] = form.span
        try:
            doing.do(view, typed, request.actor, request.at)
        except Invalid as wrong:
            if form is None:
                raise
            blame(form, wrong)
        else:
            messages.success(request, doing.said)
            # what ends the stay may end the right to open the record too
            return redirect("wards") if code in ENDS else redirect("ward_stay", stay_id)
    return show(request, "monitoring/act/page.html", {"view": view, "act": doing, "code": code}, form=form)

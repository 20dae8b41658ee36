"""What is free now?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.web.capacity.report.form import ReportForm
from homeward.web.page import PageRequest, blame, page, show


@page("capacity.report")
def report(request: PageRequest) -> HttpResponse:
    """Report what is free of one line; the ledger shows it with the moment and the reporter's name."""
    asked = request.GET
    form = ReportForm(
        request.POST if request.method == "POST" else None, teams=request.actor.teams, auto_id="f-%s",
        initial={"line": f"{asked.get('service', '')}|{asked.get('team', '')}"},
    )  # fmt: skip
    if form.is_valid():
        service, team = form.line_chosen()
        typed = form.cleaned_data
        try:
            capacity.report(
                service_code=service, team_code=team, free=typed["free"], total=typed["total"], site=typed["site"],
                skill=typed["skill"], by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "Reported. Whoever places a need sees it now.")
            return redirect("capacity")
        except (Invalid, NotPermitted) as wrong:
            blame(form, wrong)
    return show(request, "capacity/report/page.html", {}, form=form)

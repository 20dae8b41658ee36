"""Who holds the alerts of my teams by name, and do I?"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.monitoring import api as monitoring
from homeward.web.page import PageRequest, blame, page, show

HOURS = ("4", "8", "12")


class DutyForm(forms.Form):
    """Which team's alerts, and for how long."""

    team = forms.ChoiceField(
        label="Whose alerts?", widget=forms.RadioSelect, error_messages={"required": "Choose the team."}
    )
    hours = forms.ChoiceField(
        label="Until when?", choices=[(each, f"{each} hours from now") for each in HOURS], widget=forms.RadioSelect,
        initial="8", error_messages={"required": "Choose for how long."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, teams: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        team = self.fields["team"]
        assert isinstance(team, forms.ChoiceField)
        team.choices = list(teams)
        team.initial = teams[0][0] if teams else None


@page("monitoring.duty")
def duty(request: PageRequest) -> HttpResponse:
    """GET shows who is on duty; POST takes it."""
    by = request.actor
    form = DutyForm(request.POST if request.method == "POST" else None, teams=_teams(request), auto_id="f-%s")
    if form.is_valid():
        until = request.at + timedelta(hours=int(form.cleaned_data["hours"]))
        try:
            monitoring.take_duty(team_code=form.cleaned_data["team"], until=until, by=by, at=request.at)
        except Invalid as wrong:
            blame(form, wrong)
        else:
            messages.success(request, "Alerts come to you by name now.")
            return redirect("ward_duty")
    held = monitoring.on_duty(by.teams, at=request.at)
    return show(request, "monitoring/duty/page.html", {"held": held, "mine": by.user_id}, form=form)


@page("monitoring.off_duty", methods=("POST",))
def off_duty(request: PageRequest) -> HttpResponse:
    """Alerts come to whoever is on duty next, or to everybody whose role answers them."""
    monitoring.end_duty(team_code=request.POST.get("team", ""), by=request.actor, at=request.at)
    messages.success(request, "Alerts no longer come to you by name.")
    return redirect("ward_duty")


def _teams(request: PageRequest) -> list[tuple[str, str]]:
    teams = directory.place().teams
    return [(code, teams[code].name) for code in request.actor.teams if code in teams]

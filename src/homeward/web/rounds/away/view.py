"""Who will not come, why, and what becomes of their visits?"""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, Refused
from homeward.rounds import api as rounds
from homeward.web.page import PageRequest, blame, page, show


class AwayForm(forms.Form):
    """Why they will not come."""

    why = forms.CharField(label="Why?", max_length=200, error_messages={"required": "Say why, for example: sick."})


@page("round.away")
def away(request: PageRequest, shift_id: UUID) -> HttpResponse:
    """Say that somebody will not come; the round in use is mended at once, and shown before anybody goes it."""
    shift = rounds.shift(shift_id, by=request.actor)
    form = AwayForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        try:
            rounds.away(shift_id=shift_id, why=form.cleaned_data["why"], by=request.actor, at=request.at)
            return _mended(request, shift)
        except Invalid as wrong:
            blame(form, wrong)
    return show(request, "rounds/away/page.html", {"shift": shift}, form=form)


def _mended(request: PageRequest, shift: rounds.Shift) -> HttpResponse:
    used = (
        rounds.Run.objects.filter(team_code=shift.team_code, day=shift.day, state="used").order_by("-used_at").first()
    )
    try:
        run = rounds.ask_plan(
            team_code=shift.team_code, day=shift.day, trade=used.trade if used else "balanced", kind="replan",
            why=f"{shift.name} will not come", by=request.actor, at=request.at,
        )  # fmt: skip
    except Refused:  # no round is in use, or nobody is left: there is nothing to mend
        return redirect("rounds_day", shift.day.isoformat())
    return redirect("rounds_run", run)

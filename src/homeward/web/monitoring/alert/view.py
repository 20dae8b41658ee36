"""Who takes this alert, and what was done about it?"""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, NotFound
from homeward.monitoring import api as monitoring
from homeward.monitoring.api import StayView
from homeward.web.page import PageRequest, blame, page, show


class AnswerForm(forms.Form):
    """The place's declared answers, and a few words."""

    response = forms.ChoiceField(label="What was done?", widget=forms.RadioSelect, required=False)
    words = forms.CharField(label="What you found and did", max_length=2000, required=False, widget=forms.Textarea)

    def __init__(self, data: Any = None, *, view: StayView, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        response = self.fields["response"]
        assert isinstance(response, forms.ChoiceField)
        response.choices = [(each.code, each.title) for each in view.policy.responses]


@page("monitoring.take", methods=("POST",))
def take(request: PageRequest, alert_id: UUID) -> HttpResponse:
    """'I have this.'"""
    stay_id = monitoring.take(alert_id=alert_id, by=request.actor, at=request.at)
    messages.success(
        request, "You have this alert. Nobody else is told while you deal with it; say what you did when it is done."
    )
    return redirect("ward_stay", stay_id)


@page("monitoring.answer")
def answer(request: PageRequest, alert_id: UUID) -> HttpResponse:
    """What was found and done ends the alert."""
    view = monitoring.stay_of_alert(alert_id, by=request.actor, at=request.at)
    alert = next((each for each in view.alerts if each.id == alert_id), None)
    if alert is None:
        raise NotFound("There is no such alert.", next_step="Go back to the ward.")
    form = AnswerForm(request.POST if request.method == "POST" else None, view=view, auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            monitoring.answer(
                alert_id=alert_id, response=typed["response"], words=typed["words"], by=request.actor, at=request.at
            )
        except Invalid as wrong:
            blame(form, wrong)
        else:
            messages.success(request, "Kept. The alert is answered.")
            return redirect("wards")  # a team that was told of it may not open the record any more
    return show(request, "monitoring/alert/page.html", {"view": view, "alert": alert}, form=form)

"""The person said that they agree with the plan: how, and who wrote it down?"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.plans import api as plans
from homeward.web.page import PageRequest, blame, page, show


class AgreedForm(forms.Form):
    """How the person said it."""

    words = forms.CharField(
        label="How did they tell you that they agree?", max_length=1000, widget=forms.Textarea,
        help_text="For example: at home today, with their daughter, after we read it together.",
        error_messages={"required": "Write how the person told you that they agree."},
    )  # fmt: skip


@page("plan.agree")
def agreed(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Write down what the person said; it is shown as told to a professional, never as their own signature."""
    form = AgreedForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    found = plans.plan_page(person_id, by=request.actor, at=request.at)
    if form.is_valid():
        try:
            plans.agree(person_id=person_id, words=form.cleaned_data["words"], by=request.actor, at=request.at)
            messages.success(request, "Written down. If the plan changes, it says that it changed after this.")
            return redirect("plan", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    return show(request, "plans/agreed/page.html", {"found": found, "person_id": person_id}, form=form)

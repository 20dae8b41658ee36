"""With which provider is this assessment shared, so that nobody assesses the person again?"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.plans import api as plans
from homeward.web.page import PageRequest, blame, page, show


class ShareForm(forms.Form):
    """The provider, and what they should know first."""

    provider = forms.ChoiceField(
        label="Who is to trust it?", widget=forms.RadioSelect, error_messages={"required": "Choose who is to trust it."}
    )
    words = forms.CharField(
        label="What should they know first?", max_length=2000, required=False, widget=forms.Textarea
    )


@page("assessment.share")
def give(request: PageRequest, response_id: UUID) -> HttpResponse:
    """Only providers whose agreement covers this assessment today are offered."""
    found = plans.response_view(response_id, by=request.actor, at=request.at)
    offered = plans.providers_for(response_id, by=request.actor, at=request.at)
    form = ShareForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    provider = form.fields["provider"]
    assert isinstance(provider, forms.ChoiceField)
    provider.choices = [(code, name) for code, name, _ in offered]
    if form.is_valid():
        try:
            made = plans.share(
                response_id=response_id, provider=form.cleaned_data["provider"], words=form.cleaned_data["words"],
                by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "Shared. They accept it, or ask you about it here.")
            return redirect("assessment", made)
        except Refused as wrong:
            blame(form, wrong)
    context = {"found": found, "offered": offered}
    return show(request, "plans/give/page.html", context, form=form)

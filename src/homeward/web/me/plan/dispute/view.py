"""A line of my plan is not right: how do I say so?"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from homeward.foundation.errors import Invalid
from homeward.plans import api as plans
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.plans.line.writing import line_of


class DisputeForm(forms.Form):
    """What is not right, in the person's own words."""

    words = forms.CharField(
        label=_("What is not right?"), max_length=4000, widget=forms.Textarea,
        help_text=_("Your words stand beside the line. Nobody can change them or take them away."),
        error_messages={"required": _("Write in your own words what is not right.")},
    )  # fmt: skip


@page("plan.dispute")
def my_dispute(request: PageRequest, line_id: UUID) -> HttpResponse:
    """Everybody who reads the plan sees what I said of this line."""
    who = whose(request.actor, request.at)
    _page, line = line_of(who.person_id, line_id, by=request.actor, at=request.at)
    form = DisputeForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        try:
            plans.dispute(line_id=line_id, words=form.cleaned_data["words"], by=request.actor, at=request.at)
            messages.success(
                request, _("Your words stand beside that line now. Everybody who reads the plan sees them.")
            )
            return redirect("me_plan")
        except Invalid as wrong:
            blame(form, wrong)
    return show(request, "me/plan/dispute/page.html", {"whose": who, "line": line}, form=form)

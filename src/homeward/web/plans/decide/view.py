"""Do we trust this assessment, do we ask about it, or do we answer for it?"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import NotPermitted, Refused
from homeward.plans import api as plans
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show


class WordsForm(forms.Form):
    """What is said to the other side."""

    words = forms.CharField(label="In your words", max_length=2000, required=False, widget=forms.Textarea)


# What each button does: permission, what it calls, and what is said when it is done.
STEPS: dict[str, tuple[str, Callable[..., UUID], str]] = {
    "accept": ("assessment.accept", plans.accept, "Accepted. Nobody needs to assess them again for this."),
    "query": ("assessment.query", plans.query, "Asked. The assessor sees your question and answers here."),
    "reply": ("assessment.reply", plans.reply, "Answered. The provider decides now."),
    "withdraw": ("assessment.withdraw", plans.withdraw, "Taken back. The provider no longer opens this person's record because of it."),
}  # fmt: skip


@page("assessment.view")
def assessment(request: PageRequest, share_id: UUID) -> HttpResponse:
    """The answers with their authors, what was said, and the next step for whoever's move it is."""
    form = WordsForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    step = request.POST.get("step", "")
    if step in STEPS and form.is_valid():
        try:
            return _stepped(request, share_id, step, form.cleaned_data["words"])
        except NotPermitted:
            raise
        except Refused as wrong:
            blame(form, wrong)
    context: dict[str, Any] = {
        "share": plans.share_view(share_id, by=request.actor, at=request.at),
        "may": {name: may(request.actor, permission) for name, (permission, _, _) in STEPS.items()},
    }
    return show(request, "plans/decide/page.html", context, form=form)


def _stepped(request: PageRequest, share_id: UUID, step: str, words: str) -> HttpResponse:
    _, do, told = STEPS[step]
    do(share_id=share_id, words=words, by=request.actor, at=request.at)
    messages.success(request, told)
    return redirect("assessments" if step == "withdraw" else "assessment", *([] if step == "withdraw" else [share_id]))

"""Where is each person 91 days after they left, and what did the answers say?"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import Clash, NotPermitted, Refused
from homeward.foundation.moments import london_day
from homeward.hospital import api as hospital
from homeward.people import api as people
from homeward.web.page import PageRequest, blame, page, show


class AnswerForm(forms.Form):
    """Where are they, and how is it known?"""

    answer = forms.ChoiceField(
        label="Where are they now", widget=forms.RadioSelect, error_messages={"required": "Choose where they are."}
    )
    words = forms.CharField(label="How do you know", max_length=500, required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.code, each.title) for each in hospital.policy().follow_up_answers]


@page("follow_up.answer", methods=("GET",))
def follow_ups(request: PageRequest) -> HttpResponse:
    """What is due, and what was answered over the last year."""
    today = london_day(request.at)
    context = {
        "due": hospital.due_follow_ups(by=request.actor, at=request.at),
        "answers": hospital.answers(since=today - timedelta(days=365), until=today, by=request.actor, at=request.at),
    }
    return show(request, "flow/follow_up/page.html", context)


@page("follow_up.answer")
def answer(request: PageRequest, follow_up_id: UUID) -> HttpResponse:
    """Answer one."""
    by, at = request.actor, request.at
    person_id = hospital.person_of_follow_up({"follow_up_id": follow_up_id})
    with access.gate.person(person_id, by=by, at=at, why="91-day follow-up"):
        row, banner = hospital.follow_up_of(follow_up_id), people.banner(person_id, by, at)
    form = AnswerForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        try:
            hospital.answer_follow_up(
                follow_up_id=follow_up_id,
                answer=form.cleaned_data["answer"],
                words=form.cleaned_data["words"],
                by=by,
                at=at,
            )
            messages.success(request, "Thank you. It is written down.")
            return redirect("flow_follow_up")
        except (NotPermitted, Clash):
            raise
        except Refused as refused:
            blame(form, refused)
    return show(request, "flow/follow_up/answer.html", {"row": row, "banner": banner}, form=form)

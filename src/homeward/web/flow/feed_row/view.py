"""Whom does a row of a ward's file tell of, when somebody here is very like them?"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.hospital import api as hospital
from homeward.web.offering import offer
from homeward.web.page import PageRequest, blame, page, show

NONE = "none"


class WhoForm(forms.Form):
    """One of those who are like them, or none."""

    known = forms.ChoiceField(
        label="Is it one of these?",
        error_messages={"required": "Choose which of these people it is, or none of them.",
                        "invalid_choice": "That person is no longer like the row. Choose again."},
    )  # fmt: skip


@page("stay.feed")
def feed_row(request: PageRequest, row_id: UUID) -> HttpResponse:
    """GET shows what was told and who it may be; POST says who it is, and the row is heard."""
    by, at = request.actor, request.at
    row = hospital.waiting_row(row_id, by=by, at=at)
    if row.stay_id:
        return redirect("flow_stay", row.stay_id)
    found = hospital.who_may_be(row, by=by, at=at)
    form = WhoForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    people = [(str(each.person_id), _said(each.name, each.birth_date, each.postcode)) for each in found]
    offer(form, "known", [*people, (NONE, "None of these: somebody new")])
    if form.is_valid():
        said = form.cleaned_data["known"]
        try:
            stay_id = hospital.settle_row(row_id=row_id, person_id=None if said == NONE else UUID(said), by=by, at=at)
            messages.success(request, "Said who it is. The stay is on the board.")
            return redirect("flow_stay", stay_id)
        except Refused as refused:
            blame(form, refused)
    told_of = hospital.hospital_known_as(row.told["hospital"])
    hints = {str(each.person_id): each.why for each in found}
    return show(request, "flow/feed_row/page.html", {"row": row, "hints": hints, "where": told_of.name if told_of else ""}, form=form)


def _said(name: str, born: object, postcode: str) -> str:
    parts = [name, f"born {born:%-d %B %Y}" if born else "", postcode]
    return ", ".join(part for part in parts if part)

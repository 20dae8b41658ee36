"""How is it put right that a ward system's number was said to mean the wrong person?"""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.hospital import api as hospital
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.words import count

NEXT = "Ring the teams on the person’s page: they may have been told of a stay that was not theirs."


class WrongForm(forms.Form):
    """Why the number is not theirs."""

    reason = forms.CharField(
        label="Why is this number not theirs?", max_length=500, error_messages={"required": "Say why this number is not theirs."}
    )


@page("stay.feed")
def feed_number(request: PageRequest, row_id: UUID) -> HttpResponse:
    """GET asks why; POST takes it back, and the next row with the number is asked about."""
    row = hospital.waiting_row(row_id, by=request.actor, at=request.at)
    stays = hospital.stays_told(row_id, by=request.actor, at=request.at)
    form = WrongForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        try:
            done = hospital.forget_number(row_id=row_id, reason=form.cleaned_data["reason"], by=request.actor, at=request.at)
            messages.success(
                request, "Taken back. The next row with this number is asked about." if done else "That number means nobody already."
            )
            if done and stays:
                messages.warning(request, f"{count(len(stays), 'stay')} told by it {'stands' if len(stays) == 1 else 'stand'} as before, until struck out. {NEXT}")
            return redirect("flow_feeds")
        except Refused as refused:
            blame(form, refused)
    return show(request, "flow/feed_number/page.html", {"row": row, "stays": stays, "next": NEXT, "may_strike": may(request.actor, "stay.strike")}, form=form)

"""Our team says yes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.referrals import api as referrals
from homeward.web.asked_number import asked_number
from homeward.web.page import PageRequest, page


@page("referral.accept", methods=("POST",))
def accept(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Accept a need that was placed with my team, as it stood when I saw it."""
    version = asked_number(request.POST.get("version"), otherwise=0, least=0)
    if not version:
        raise Refused("This page is out of date.", next_step="Go back to your work and try again.")
    referrals.accept(referral_id=referral_id, expected_version=version, by=request.actor, at=request.at)
    messages.success(request, "Accepted. The first visit is on your team's round.")
    return redirect("care", referral_id)

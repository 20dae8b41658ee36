"""Our team has read it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import NotFound
from homeward.referrals import api as referrals
from homeward.web.page import PageRequest, page

BACK_TO = ("my_work", "hub", "track", "notices")


@page("notice.see", methods=("POST",))
def see(request: PageRequest, notice_id: UUID) -> HttpResponse:
    """Put the notice away for the team and go back to where it stood."""
    try:
        referrals.see_notice(notice_id=notice_id, by=request.actor, at=request.at)
        words = "Marked as seen by your team. It stays in the person’s record."
    except NotFound as gone:
        words = f"{gone.message} {gone.next_step}"
    messages.success(request, words)
    asked = request.POST.get("from", "")
    return redirect(asked if asked in BACK_TO else "first")

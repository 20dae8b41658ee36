"""I have seen that this number changed, and there is nothing to do."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse

from homeward.foundation.errors import Clash
from homeward.measures import api as measures
from homeward.web.boards.back import back
from homeward.web.page import PageRequest, page


@page("number.see_flag", methods=("POST",))
def see(request: PageRequest, flag_id: UUID) -> HttpResponse:
    """It no longer waits; whoever was first stands."""
    try:
        measures.see_flag(flag_id=flag_id, by=request.actor, at=request.at)
        messages.success(request, "Written down as seen by you.")
    except Clash as clash:
        messages.warning(request, f"{clash.message} {clash.next_step}")
    return back(request, "boards")

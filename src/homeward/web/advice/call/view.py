"""What was asked on this call, what was advised, who rings again, and what came of it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.front_door import api as front_door
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@page("line.view", methods=("GET",))
def call(request: PageRequest, call_id: UUID) -> HttpResponse:
    """One call, with what may be done next."""
    view = front_door.call_view(call_id, by=request.actor, at=request.at)
    by = request.actor
    context = {
        "view": view, "theirs": view.line.team in by.teams and may(by, "line.advise"), "may_hub": may(by, "hub.view"),
        "may_person": may(by, "person.view"),
    }  # fmt: skip
    return show(request, "advice/call/page.html", context)


@page("line.end", methods=("POST",))
def end(request: PageRequest, call_id: UUID) -> HttpResponse:
    """The caller rang off before any advice."""
    front_door.end_call(call_id=call_id, words=request.POST.get("words", ""), by=request.actor, at=request.at)
    messages.success(request, "The call is off the list. It is kept, with why.")
    return redirect("line")

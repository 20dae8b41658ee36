"""The task is done."""

import re
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.episodes import api as episodes
from homeward.web.page import PageRequest, page

NEED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@page("task.done", methods=("POST",))
def done(request: PageRequest, task_id: UUID) -> HttpResponse:
    """Mark it done and go back to the list as it was filtered, or to the care it was done from."""
    episodes.finish_task(task_id=task_id, by=request.actor, at=request.at)
    messages.success(request, "Done. It is off the list.")
    need = request.POST.get("need", "")
    if NEED.fullmatch(need):
        return redirect("care", need)
    query = urlencode(parse_qsl(request.POST.get("next", "")[:500]))
    return redirect(f"{reverse('my_work')}{'?' + query if query else ''}")

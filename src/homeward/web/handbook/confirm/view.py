"""Is this listing still right?"""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from homeward.directory import api as directory
from homeward.web.page import PageRequest, page


@page("directory.confirm", methods=("POST",))
def confirm(request: PageRequest) -> HttpResponse:
    """One click; it is kept with its moment, and the asker goes back to the listing."""
    kind, code = request.POST.get("kind", ""), request.POST.get("code", "")
    directory.confirm(kind=kind, code=code, by=request.actor, at=request.at)
    messages.success(request, "Thank you. The listing is confirmed.")
    if kind in ("service", "area"):
        return HttpResponseRedirect(reverse(f"handbook_{kind}", args=(code,)))
    return HttpResponseRedirect(f"{reverse(f'handbook_{kind}s')}#{quote(code)}")

"""Who acts for this person, and who shall from now on?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import Refused
from homeward.people import api as people
from homeward.web.access.ending import end_asked
from homeward.web.access.giving import give
from homeward.web.access.proxy_form import StaffProxyForm
from homeward.web.page import PageRequest, blame, page, show


@page("proxy.grant")
def proxies(request: PageRequest, person_id: UUID) -> HttpResponse:
    """The list, ending one of them, and a form that asks how it was checked."""
    by, at = request.actor, request.at
    if end_asked(request):
        messages.success(request, "That has ended, also for anybody signed in at this moment.")
        return redirect("proxies", person_id)
    form = StaffProxyForm(request.POST if request.method == "POST" else None, at=at, auto_id="%s")
    invitation = ""
    if form.is_valid():
        try:
            invitation = give(person_id, form.cleaned_data, by=by, at=at)
            if not invitation:
                messages.success(
                    request, f"{form.cleaned_data['name']} can act from now on, with the account they have."
                )
                return redirect("proxies", person_id)
        except Refused as refused:
            blame(form, refused)
    with access.gate.person(person_id, by=by, at=at, why="proxy.grant"):
        banner = people.banner(person_id, by, at)
        found = access.proxy.proxies_of(person_id)
    context = {"banner": banner, "person_id": person_id, "found": found, "invitation": invitation}
    return show(request, "access/proxies/page.html", context, form=form)

"""For whom do I act just now: myself, or somebody who let me?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.people import api as people
from homeward.web.page import PageRequest, page, show


@page("me.view")
def acting(request: PageRequest) -> HttpResponse:
    """The people I may act for, in what and until when; the choice holds until I sign out or choose again."""
    by = request.actor
    found = access.proxy.acting_for(by.user_id, at=request.at) if by.user_id and by.kind == "citizen" else []
    if request.method == "POST":
        wanted = request.POST.get("person", "")
        chosen = next((each for each in found if str(each.person_id) == wanted), None)
        access.proxy.choose_person(request.session, chosen.person_id if chosen else None)
        if chosen:
            messages.success(request, _("You act for somebody else now. They can see that you do."))
        return redirect("me")
    rows = [(each, _name(each, request), [access.proxy.SCOPES[code] for code in each.scopes]) for each in found]
    return show(request, "access/acting/page.html", {"rows": rows, "now": by.acting_for})


def _name(each: access.proxy.ActingFor, request: PageRequest) -> str:
    """Their name, read through the gate as the one who acts for them: the person sees that too."""
    session: dict[str, str] = {}
    access.proxy.choose_person(session, each.person_id)
    held = {**session, **{key: request.session[key] for key in ("membership",) if key in request.session}}
    by = access.actor_of(request.user, held, at=request.at)
    return people.banner(UUID(str(each.person_id)), by, request.at).name

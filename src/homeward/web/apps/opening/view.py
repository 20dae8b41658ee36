"""Which other system is opened with this person's record? (SMART: the record system launches the app)"""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.access.api import launch_token
from homeward.directory.api import place
from homeward.foundation.errors import NotFound
from homeward.people import api as people
from homeward.web.apps.sent_back import may_lead_to, sent_to
from homeward.web.page import PageRequest, page, show


@page("app.allow")
def opening(request: PageRequest, person_id: UUID) -> HttpResponse:
    """GET lists the apps; POST goes to one, which is told whose record was open and nothing else until it is let in."""
    found = access.apps_to_open()
    banner = people.banner(person_id, request.actor, request.at)
    if request.method == "POST":
        chosen = next((each for each in found if each.client_id == request.POST.get("app")), None)
        if chosen is None:
            raise NotFound(_("That app cannot be opened from here."), next_step=_("Choose one of the list."))
        launch = launch_token(person_id=person_id, client_id=chosen.client_id, user_id=request.actor.user_id)
        return sent_to(chosen.launch_url, {"iss": request.build_absolute_uri("/fhir/R4"), "launch": launch})
    named = [
        (each, declared.name if (declared := place().organisations.get(each.organisation)) else "") for each in found
    ]
    context = {"banner": banner, "person_id": person_id, "apps": named, "own": request.actor.kind == "citizen"}
    response = show(request, "apps/opening/page.html", context)
    for each in found:
        may_lead_to(response, each.launch_url)
    return response

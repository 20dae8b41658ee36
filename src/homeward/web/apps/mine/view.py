"""Which apps act for me, what may they do, and how do I end it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from homeward.access import api as access
from homeward.access.api import in_plain_words
from homeward.directory.api import place
from homeward.foundation.errors import NotFound
from homeward.web.apps.saying import sentences
from homeward.web.page import PageRequest, page, show


@page("app.end")
def mine(request: PageRequest) -> HttpResponse:
    """GET lists them, POST ends one at once."""
    by = request.actor
    if request.method == "POST":
        ended = access.end_app(grant_id=_named(request), words=gettext_noop("Ended by the user"), by=by, at=request.at)
        messages.success(request, _("%(app)s can do nothing for you any more.") % {"app": ended.client.name})
        return redirect("apps")
    found = access.allowed_apps(by.user_id) if by.user_id and by.acting_for is None else []
    citizen = by.kind == "citizen"
    shown = [(each, sentences(in_plain_words(each.scopes, citizen=citizen, name="")), _role(each)) for each in found]
    context = {
        "live": [row for row in shown if row[0].live(request.at)],
        "over": [row for row in shown if not row[0].live(request.at)][:20],
        "citizen": citizen,
        "at": request.at,
    }
    return show(request, "apps/mine/page.html", context)


def _named(request: PageRequest) -> UUID:
    try:
        return UUID(request.POST.get("app", ""))
    except ValueError:
        raise NotFound(
            _("That app can do nothing for you any more."), next_step=_("There is nothing left to end.")
        ) from None


def _role(each: access.AllowedApp) -> str:
    declared = place().roles.get(each.role_code)
    return declared.title if declared else each.role_code

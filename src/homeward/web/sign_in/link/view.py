"""Where does a link lead? It is spent, remembered in the session, and its token leaves the address at once."""

from allauth.core import ratelimit
from django.http import HttpResponse, HttpResponseRedirect

from homeward.access import api as access
from homeward.foundation.errors import NotPermitted
from homeward.web.page import OpenRequest, open_page, show

LEADS_TO = {
    "track": "/track/",
    "partner": "/track/",
    "refer": "/refer/",
    "directory": "/directory/confirm/",
    "invite": "/sign-in/invitation/",
}
HELD = "link"


@open_page(methods=("GET", "POST"))
def open_link(request: OpenRequest, token: str) -> HttpResponse:
    """GET asks to continue (so that a mail scanner does not spend the link); POST opens it and moves on."""
    if request.method == "GET":
        response = show(request, "sign_in/link/page.html")
    elif not ratelimit.consume(request, action="login"):
        raise NotPermitted("Too many links were opened from here.", next_step="Wait 5 minutes, then try again.")
    else:
        held = access.open_link(token, request.at)
        request.session[HELD] = held.session
        request.session.cycle_key()
        response = HttpResponseRedirect(LEADS_TO.get(held.role, "/start/"))
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

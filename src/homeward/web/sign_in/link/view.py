"""Where does a link lead? It is spent, remembered in the session, and its token leaves the address at once."""

from allauth.core import ratelimit
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.foundation.errors import NotPermitted
from homeward.web.page import OpenRequest, open_page, show
from homeward.web.refusal import refusal

LEADS_TO = {
    "track": "/track/",
    "partner": "/track/",
    "refer": "/refer/",
    "invite": "/sign-in/invitation/",
}
HELD = "link"  # where the session keeps which link was opened


@open_page(methods=("GET", "POST"))
def open_link(request: OpenRequest, token: str) -> HttpResponse:
    """GET asks to continue, so that a mail scanner does not spend the link; POST opens it and moves on."""
    try:
        response = show(request, "sign_in/link/page.html") if request.method == "GET" else _spent(request, token)
    except NotPermitted as refused:
        response = refusal(request, refused)
    # Only our own name goes on, never the token. With `no-referrer` a browser sends its form without its origin, and is refused.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def _spent(request: OpenRequest, token: str) -> HttpResponse:
    if not ratelimit.consume(request, action="login"):
        raise NotPermitted(
            _("Too many links were opened from here."), next_step=_("Wait 5 minutes, then try again.")
        )
    held = access.open_link(token, request.at)
    request.session[HELD] = held.session
    request.session.cycle_key()
    return HttpResponseRedirect(LEADS_TO.get(held.role, "/start/"))

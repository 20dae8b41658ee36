"""What happens next? Said at once to whoever sent a need in."""

from uuid import UUID

from django.http import HttpResponse

from homeward.foundation.errors import NotFound
from homeward.referrals import api as referrals
from homeward.web.page import PageRequest, page, show


@page("referral.make", methods=("GET",))
def sent(request: PageRequest) -> HttpResponse:
    """The last need sent in this session."""
    kept = request.session.get("sent")
    if not kept:
        raise NotFound("There is nothing to show here.", next_step="Open ‘My referrals’ to see what you have sent.")
    view = referrals.track(UUID(kept["id"]), by=request.actor, at=request.at)
    address = request.build_absolute_uri(kept["link"]) if kept.get("link") else ""
    return show(request, "refer/sent/page.html", {"view": view, "link": address})

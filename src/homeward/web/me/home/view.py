"""What is happening for me? My requests in plain words, and the way to ask for help and to see who looked."""

from django.http import HttpResponse

from homeward.referrals import api as referrals
from homeward.referrals.api import STATES
from homeward.web.page import PageRequest, page, show


@page("me.view", methods=("GET",))
def home(request: PageRequest) -> HttpResponse:
    """Newest first; what is open before what has ended."""
    found = referrals.sent(by=request.actor, at=request.at, page_size=50)
    rows = [(row, STATES[row.state].plain_words) for row in sorted(found.rows, key=lambda row: not row.open)]
    return show(request, "me/home/page.html", {"rows": rows, "own": request.actor.person_id is not None})

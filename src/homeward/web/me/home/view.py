"""What is happening, who is coming, and whom do I ring? The first page of a citizen, or of a carer."""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.referrals import api as referrals
from homeward.referrals.api import STATES
from homeward.web.asker import may
from homeward.web.me.mine import mine
from homeward.web.me.ways import ways
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.view", methods=("GET",))
def home(request: PageRequest) -> HttpResponse:
    """For somebody with a record: their care. For a carer who acts for nobody: the requests they made."""
    by, at = request.actor, request.at
    if by.person_id is None:
        found = referrals.sent(by=by, at=at, page_size=50)
        rows = [(row, STATES[row.state].plain_words) for row in sorted(found.rows, key=lambda row: not row.open)]
        may_act = bool(by.user_id and access.proxy.acting_for(by.user_id, at=at))
        return show(request, "me/home/carer.html", {"rows": rows, "may_act": may_act})
    who = whose(by, at)
    context = {
        "mine": mine(who, by=by, at=at),
        "whose": who,
        "ways": ways(by),
        "sees": {name for name in ("me.visits", "me.referrals", "me.messages") if may(by, name)},
    }
    return show(request, "me/home/page.html", context)

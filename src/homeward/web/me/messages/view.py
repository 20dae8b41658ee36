"""What was written to me, and by me, and what came of it?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.messages", methods=("GET",))
def my_messages(request: PageRequest) -> HttpResponse:
    """Newest first."""
    by, at = request.actor, request.at
    who = whose(by)
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        letters = episodes.letters(who.person_id)
    return show(request, "me/messages/page.html", {"whose": who, "letters": letters})

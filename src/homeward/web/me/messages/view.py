"""What was written to me, and by me, and what came of it?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.exchange import api as exchange
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.messages", methods=("GET",))
def my_messages(request: PageRequest) -> HttpResponse:
    """Newest first."""
    by, at = request.actor, request.at
    who = whose(by, at)
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        letters = episodes.letters(who.person_id)
        sent = [each for each in exchange.messages_of(who.person_id, to_person_only=True) if each.readable]
    return show(request, "me/messages/page.html", {"whose": who, "letters": letters, "sent": sent})

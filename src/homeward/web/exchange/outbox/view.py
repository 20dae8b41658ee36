"""What went out for our people, what waits, and what could not be sent?"""

from urllib.parse import urlencode

from django.http import HttpResponse

from homeward.exchange import api as exchange
from homeward.web.asked_number import asked_number
from homeward.web.page import PageRequest, page, show

TABS = (
    (
        "dead",
        "Could not be sent",
        "These need you: try again once the cause is put right, or give up and say what you did instead.",
    ),
    ("waiting", "Waiting", "These go by themselves. What did not arrive is tried again at the time shown."),
    ("sent", "Sent", "These were handed to whoever carries them. That is not yet a sign that they were read."),
    ("stopped", "Stopped", "These will not go, for the reason shown."),
)


@page("message.view", methods=("GET",))
def outbox(request: PageRequest) -> HttpResponse:
    """The outbox of the asker's teams; `show`, `channel` and `page` keep to a part."""
    asked = {"show": request.GET.get("show", ""), "channel": request.GET.get("channel", "")}
    asked["show"] = asked["show"] if asked["show"] in {code for code, _, _ in TABS} else "dead"
    asked["channel"] = asked["channel"] if asked["channel"] in exchange.CHANNELS else ""
    filters = exchange.Filters(**asked, page=asked_number(request.GET.get("page")))
    found = exchange.outbox(filters, by=request.actor, at=request.at)
    context = {
        "found": found,
        "asked": asked,
        "tabs": TABS,
        "words": next(words for code, _, words in TABS if code == asked["show"]),
        "channels": [(code, words) for code, words in exchange.CHANNELS.items() if code != "webhook"],
        "query": urlencode({name: value for name, value in asked.items() if value}),
    }
    return show(request, "exchange/outbox/page.html", context)

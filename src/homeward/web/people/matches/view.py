"""Which records may be of one person, and what was decided about others?"""

from math import ceil

from django.http import HttpResponse

from homeward.people import api as people
from homeward.web.asked_number import asked_number
from homeward.web.page import PageRequest, page, show

TABS = {
    "waiting": "Waiting",
    "unsure": "Not sure yet",
    "same": "Decided: one person",
    "different": "Decided: two people",
}


@page("person.decide", methods=("GET",))
def matches(request: PageRequest) -> HttpResponse:
    """A page of pairs, the likeliest first; the tab is in the address."""
    state = request.GET.get("show", "waiting")
    state = state if state in TABS else "waiting"
    number = asked_number(request.GET.get("page"))
    rows, in_all = people.pairs_to_review(by=request.actor, at=request.at, state=state, page=number)
    return show(
        request,
        "people/matches/page.html",
        {
            "rows": rows,
            "in_all": in_all,
            "state": state,
            "tabs": TABS,
            "number": number,
            "last": max(1, ceil(in_all / 25)),
        },
    )

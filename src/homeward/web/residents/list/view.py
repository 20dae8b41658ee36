"""Who lives in my home, what goes on for each, and who is in hospital?"""

from django.http import HttpResponse

from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.notices.shown import shown
from homeward.web.page import PageRequest, page, show
from homeward.web.residents.list.read import read

# Why a home may open somebody's record, in the words of whoever works there.
GROUNDS = {
    "assessment": "an assessment was shared with you",
    "referral": "you asked for help for them, or have their referral",
    "registered": "they are registered with you",
    "bed_stay": "they stay in a bed of yours",
    "stay": "you are named for their way home from hospital",
    "home_care": "you are asked for their care",
}


@page("residents.view", methods=("GET",))
def residents(request: PageRequest) -> HttpResponse:
    """By name. What is in a record is read in the record, where the person can see who looked."""
    by = request.actor
    context = {
        "found": read(by=by, at=request.at, page=max(1, asked_number(request.GET.get("page")))), "grounds": GROUNDS,
        "may_refer": may(by, "referral.make"), "may_person": may(by, "person.view"),
    }  # fmt: skip
    return show(request, "residents/list/page.html", context | shown(request, page="residents"))

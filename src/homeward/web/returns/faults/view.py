"""Which rows break a rule, and where is each put right?"""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.exchange.api import returns as exchange
from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.returns.words import GRAVE

# Where what a row is about is put right, and the permission to do so there.
PLACES = {
    "person": ("person_correct", "person.correct"),
    "referral": ("hub_referral", "hub.view"),
    "visit": ("person", "person.view"),
}


@page("returns.view", methods=("GET",))
def faults(request: PageRequest, return_id: UUID) -> HttpResponse:
    """A page of the rows, each with the team that can put it right, and the way there for those who may go."""
    rule = request.GET.get("rule", "")
    found = exchange.faults(
        return_id, rule=rule, by=request.actor, at=request.at, page=asked_number(request.GET.get("page"))
    )
    row = exchange.one(return_id).row
    mend = found.result.mend
    address, permission = PLACES.get(mend, ("", ""))
    context = {
        "found": found, "row": row, "severities": exchange.SEVERITIES, "mends": exchange.MENDS, "grave": GRAVE,
        "address": address if permission and may(request.actor, permission) else "", "query": urlencode({"rule": rule}),
        "where": _there, "declaration": reverse("returns_specification", args=[exchange.one(return_id).declared.code]),
    }  # fmt: skip
    return show(request, "returns/faults/page.html", context)


def _there(address: str, row: object) -> str:
    """The page on which this row's subject is put right: a visit is reached through its person."""
    id = getattr(row, "subject_id" if address == "hub_referral" else "person_id")
    return reverse(address, args=[id]) if address and id else ""

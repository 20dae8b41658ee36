"""Which partners' systems asked to be told of changes, and does it reach them?"""

from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.exchange import api as exchange
from homeward.web.page import PageRequest, page, show

PAYLOADS = {"none": "that something changed", "id": "which resource changed", "full": "the whole resource"}
STATES = {
    "active": ("Reaches them", "green"),
    "error": ("In trouble", "yellow"),
    "off": ("Off", "grey"),
    "requested": ("Asked for", "blue"),
}


@page("subscription.view", methods=("GET",))
def subscriptions(request: PageRequest) -> HttpResponse:
    """All of them, those in trouble first. Nothing here is about anybody."""
    rows = [
        (each, urlsplit(each.endpoint).netloc, PAYLOADS[each.payload], *STATES[each.status])
        for each in exchange.every_subscription()
    ]
    return show(request, "exchange/subscriptions/page.html", {"rows": rows})


@page("subscription.switch", methods=("POST",))
def switch(request: PageRequest, subscription_id: UUID) -> HttpResponse:
    """Tell the subscriber again from now on."""
    exchange.switch_on(subscription_id=subscription_id, by=request.actor, at=request.at)
    messages.success(request, "Switched on. They hear of what changes from now on.")
    return redirect("subscriptions")

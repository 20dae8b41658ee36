"""What is in a return, what is wrong with it, and may it be given?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.exchange.api import returns as exchange
from homeward.foundation.errors import Refused
from homeward.foundation.moments import london_day
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.returns.one.form import SubmitForm, TakeForm
from homeward.web.returns.words import COLOURS, GRAVE


@page("returns.view")
def one_return(request: PageRequest, return_id: UUID) -> HttpResponse:
    """The return as it stands. Posting submits it."""
    form = SubmitForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        try:
            exchange.submit(return_id=return_id, why=form.cleaned_data["why"], by=request.actor, at=request.at)
            messages.success(
                request,
                "Submitted: this return is kept as it is and never changes. Take its file and load it into the national collection.",
            )
            return redirect("returns_one", return_id)
        except Refused as wrong:
            blame(form, wrong)
    found = exchange.one(return_id)
    context = {
        "found": found, "row": found.row, "take": TakeForm(auto_id="t-%s"), "states": exchange.STATES, "kinds": exchange.KINDS,
        "severities": exchange.SEVERITIES, "mends": exchange.MENDS, "colours": COLOURS, "grave": GRAVE,
        "shut": exchange.shut(found.row.due, on=london_day(request.at)), "may_submit": may(request.actor, "returns.submit"), "may_take": may(request.actor, "returns.take"),
    }  # fmt: skip
    return show(request, "returns/one/page.html", context, form=form)

"""Which returns are due, which were made, and which reports are there?"""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.exchange.api import returns as exchange
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.moments import london_day
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.returns.all.form import MakeForm
from homeward.web.returns.words import COLOURS

BACK = 12


@page("returns.view")
def returns(request: PageRequest) -> HttpResponse:
    """What is due first, then what was made; and the form to have one made."""
    form = MakeForm(request.POST if request.method == "POST" else None, choices=_choices(request), auto_id="f-%s")
    if request.method == "POST" and not may(request.actor, "returns.make"):
        raise NotPermitted("Your role does not make returns.", next_step="Ask an analyst.")
    if form.is_valid():
        try:
            made = exchange.ask(**form.cleaned_data, by=request.actor, at=request.at)
            messages.success(request, "The return is being made. Look again in a moment to see what the checks found.")
            return redirect("returns_one", made.id)
        except Invalid as wrong:
            blame(form, wrong)
    coming = [each for each in exchange.deadlines(at=request.at) if each.days_left >= 0]
    context = {
        "declared": exchange.returns_declared(), "reports": exchange.reports_declared(), "coming": coming[:2],
        "listed": exchange.listed(), "states": exchange.STATES, "kinds": exchange.KINDS, "colours": COLOURS,
        "may_make": may(request.actor, "returns.make"),
    }  # fmt: skip
    return show(request, "returns/all/page.html", context, form=form)


def _choices(request: PageRequest) -> dict[str, Sequence[tuple[str, str]]]:
    """Months from the last one back: the one that runs is offered too, for whoever wants to look early."""
    now = exchange.month_of(london_day(request.at))
    months = [now.later(-1), now, *(now.later(-n) for n in range(2, BACK))]
    declared = exchange.returns_declared()
    providers = dict.fromkeys(code for each in declared for code in each.providers)
    return {
        "return_code": [(each.code, each.title) for each in declared],
        "provider": [(code, exchange.name_of(code)) for code in providers],
        "period": [(month.code, month.title) for month in months],
        "kind": list(exchange.KINDS.items()),
    }

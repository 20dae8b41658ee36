"""What did the phone tell, what stands, and which of them is right?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.rounds import api as rounds
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.pocket.clash.form import SettleForm


@page("visit.settle_offline")
def clash(request: PageRequest, record_id: UUID) -> HttpResponse:
    """Both versions side by side, and the decision."""
    both = rounds.both_versions(record_id, by=request.actor, at=request.at)
    form = SettleForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        try:
            rounds.settle_offline(record_id=record_id, **form.cleaned_data, by=request.actor, at=request.at)
            messages.success(request, "Settled. Both versions stay to be read.")
            return redirect("pocket_clashes")
        except Invalid as wrong:
            blame(form, wrong)
    context = {"both": both, "kinds": rounds.OFFLINE_KINDS, "waits": both.record.state in ("kept", "clash", "refused")}
    return show(request, "pocket/clash/page.html", context, form=form)

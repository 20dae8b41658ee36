"""What did I measure, and what happens now?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.foundation.errors import Invalid
from homeward.monitoring import api as monitoring
from homeward.web.me.observations.form import HomeForm
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, blame, page, show


@page("me.observations")
def observations(request: PageRequest) -> HttpResponse:
    """GET asks and shows what was sent; POST sends once. Somebody on no virtual ward is told so."""
    by, at = request.actor, request.at
    who = whose(by, at)
    stay = monitoring.own_stay(who.person_id, by=by, at=at, why=who.why)
    if stay is None or not stay.on:
        return show(request, "me/observations/page.html", {"whose": who, "stay": stay})
    form = HomeForm(request.POST if request.method == "POST" else None, parts=stay.parts, now=at, auto_id="%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            kept = monitoring.observe(
                stay_id=stay.id, signs=form.signs(), taken_at=typed["taken_at"], worried=typed["worried"],
                words=typed["words"], key=typed["key"], source="carer", by=by, at=at,
            )  # fmt: skip
        except Invalid as wrong:
            blame(form, wrong)
        else:
            told = _("The ward has been told and somebody will ring. If it gets worse before they do, call 999.")
            messages.success(request, told if kept.alert_id else _("Thank you. The ward can see this now."))
            return redirect("me_observations")
    return show(request, "me/observations/page.html", {"whose": who, "stay": stay}, form=form)

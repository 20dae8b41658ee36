"""What was measured, and what follows from it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.monitoring import api as monitoring
from homeward.web.monitoring.observe.form import ObserveForm
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.words import by_when


@page("monitoring.observe")
def observe(request: PageRequest, stay_id: UUID) -> HttpResponse:
    """Keep a set once, however often the button is pressed; say the score, or that there is none, and when to look again."""
    view = monitoring.stay_page(stay_id, by=request.actor, at=request.at)
    parts = monitoring.parts_asked(view.policy.score)
    posted = request.POST if request.method == "POST" else None
    form = ObserveForm(posted, parts=parts, now=request.at, auto_id="f-%s")
    if form.is_valid():
        try:
            kept = monitoring.observe(
                stay_id=stay_id, signs=form.signs(), taken_at=form.cleaned_data["taken_at"],
                worried=form.cleaned_data["worried"], words=form.cleaned_data["words"], key=form.cleaned_data["key"],
                by=request.actor, at=request.at,
            )  # fmt: skip
        except Invalid as wrong:
            blame(form, wrong)
        else:
            messages.success(request, said(kept, view, request))
            return redirect("ward_stay", stay_id)
    return show(request, "monitoring/observe/page.html", {"view": view}, form=form)


def said(kept: monitoring.Observed, view: monitoring.StayView, request: PageRequest) -> str:
    """What happened and what happens next, in a sentence or two."""
    told = " The people named below have been told." if kept.alert_id else ""
    if kept.scored.total is None:
        missing = len(kept.scored.missing)
        return f"Kept. There is no score: {missing} {'sign was' if missing == 1 else 'signs were'} not measured.{told}"
    due = by_when(kept.next_due_at, request.at)
    return f"{view.score_title} {kept.scored.total}. The next whole set is due {due}.{told}"

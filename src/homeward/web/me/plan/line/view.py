"""How do I write a line of my plan, or change my own?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.foundation.errors import NotFound
from homeward.plans import api as plans
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show
from homeward.web.plans.line.form import EndForm, LineForm
from homeward.web.plans.line.writing import added, changed, ended, form_for, line_of


@page("plan.write")
def my_new_line(request: PageRequest, heading: str) -> HttpResponse:
    """In my own words, which nobody else can change."""
    if heading not in plans.HEADINGS or not plans.HEADINGS[heading].written_here:
        raise NotFound(_("The plan has no such part."), next_step=_("Go back to your plan."))
    who = whose(request.actor, request.at)
    posted = request.POST if request.method == "POST" else None
    form = LineForm(posted, heading=heading, action=False, mine=True, auto_id="f-%s")
    if added(form, person_id=who.person_id, heading=heading, goal_id=None, by=request.actor, at=request.at):
        messages.success(request, _("It is in your plan, in your own words. Nobody else can change them."))
        return redirect("me_plan")
    return show(request, "me/plan/line/page.html", {"whose": who, "line": None, "end": None}, form=form)


@page("plan.change_line")
def my_line(request: PageRequest, line_id: UUID) -> HttpResponse:
    """Change or end what I wrote."""
    by, at = request.actor, request.at
    who = whose(by, at)
    _page, line = line_of(who.person_id, line_id, by=by, at=at)
    posted = request.POST if request.method == "POST" else None
    ending = posted is not None and posted.get("step") == "end"
    form, end = (
        form_for(None if ending else posted, line, mine=True),
        EndForm(posted if ending else None, auto_id="e-%s"),
    )
    if posted is not None and (ended(end, line, posted, by=by, at=at) if ending else changed(form, line, by=by, at=at)):
        messages.success(request, _("Your plan is changed. What it said before is in its history."))
        return redirect("me_plan")
    context = {"whose": who, "line": line, "end": end, "typed": form}
    return show(request, "me/plan/line/page.html", context, form=end if ending else form)

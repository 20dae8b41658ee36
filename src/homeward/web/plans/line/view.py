"""A line of somebody's plan: how does a professional write, change or end it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import NotFound
from homeward.plans import api as plans
from homeward.web.page import PageRequest, page, show
from homeward.web.plans.line.form import EndForm, LineForm
from homeward.web.plans.line.writing import added, changed, ended, form_for, line_of


@page("plan.write")
def add(request: PageRequest, person_id: UUID, heading: str) -> HttpResponse:
    """A new line under a heading, or with `?goal=` an action towards that goal."""
    if heading not in plans.HEADINGS or not plans.HEADINGS[heading].written_here:
        raise NotFound("The plan has no such part.", next_step="Go back to the plan.")
    by, at = request.actor, request.at
    asked = request.GET.get("goal", "")
    page, goal = (
        line_of(person_id, UUID(asked), by=by, at=at)
        if _is_id(asked)
        else (plans.plan_page(person_id, by=by, at=at), None)
    )
    posted = request.POST if request.method == "POST" else None
    form = LineForm(posted, heading=heading, action=goal is not None, auto_id="f-%s")
    if added(form, person_id=person_id, heading=heading, goal_id=goal.id if goal else None, by=by, at=at):
        messages.success(request, "The line is in the plan.")
        return redirect("plan", person_id)
    context = {"banner": page.banner, "person_id": person_id, "line": None, "goal": goal, "end": None}
    return show(request, "plans/line/page.html", context, form=form)


@page("plan.change_line")
def change(request: PageRequest, person_id: UUID, line_id: UUID) -> HttpResponse:
    """Say it anew, or end it; the earlier sayings stay in the plan's history."""
    by, at = request.actor, request.at
    page, line = line_of(person_id, line_id, by=by, at=at)
    posted = request.POST if request.method == "POST" else None
    ending = posted is not None and posted.get("step") == "end"
    form, end = form_for(None if ending else posted, line), EndForm(posted if ending else None, auto_id="e-%s")
    if posted is not None and (ended(end, line, posted, by=by, at=at) if ending else changed(form, line, by=by, at=at)):
        messages.success(request, "The plan is changed. What it said before is in its history.")
        return redirect("plan", person_id)
    context = {"banner": page.banner, "person_id": person_id, "line": line, "goal": None, "end": end, "typed": form}
    return show(request, "plans/line/page.html", context, form=end if ending else form)


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True

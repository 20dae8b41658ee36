"""What is in my plan, in whose words, and do I agree with it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.plans import api as plans
from homeward.web.asker import may
from homeward.web.me.whose import whose
from homeward.web.page import PageRequest, page, show


@page("me.plan", methods=("GET",))
def my_plan(request: PageRequest) -> HttpResponse:
    """The plan under its headings, with what I can do to each line."""
    who = whose(request.actor, request.at)
    found = plans.plan_page(who.person_id, by=request.actor, at=request.at)
    context = {
        "whose": who, "found": found, "headings": plans.HEADINGS, "me": request.actor.user_id,
        "may_write": may(request.actor, "plan.write"),
    }  # fmt: skip
    return show(request, "me/plan/one/page.html", context)


@page("plan.agree", methods=("POST",))
def my_agreement(request: PageRequest) -> HttpResponse:
    """I agree with the plan as it stands."""
    who = whose(request.actor, request.at)
    words = str(request.POST.get("words", ""))[:1000]
    plans.agree(person_id=who.person_id, words=words, by=request.actor, at=request.at)
    messages.success(request, _("Thank you. If the plan changes, it says that it changed after you agreed."))
    return redirect("me_plan")


@page("plan.settle", methods=("POST",))
def my_settlement(request: PageRequest, line_id: UUID) -> HttpResponse:
    """What I did not agree with is put right."""
    plans.settle(line_id=line_id, words="", by=request.actor, at=request.at)
    messages.success(request, _("Thank you. What you said stays in the history of the plan."))
    return redirect("me_plan")

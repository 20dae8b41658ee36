"""Was it right to open this record out of turn?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import Invalid
from homeward.web.access.glass.form import VerdictForm
from homeward.web.access.names import names_for
from homeward.web.page import PageRequest, blame, page, show


@page("glass.view")
def glass(request: PageRequest, glass_id: UUID) -> HttpResponse:
    """Who, when, why, what was opened, and the judgement: given once, by somebody else."""
    by, at = request.actor, request.at
    form = VerdictForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if form.is_valid():
        try:
            access.judge_glass(glass_id=glass_id, by=by, at=at, **form.cleaned_data)
            messages.success(request, "Your judgement is kept. The team and the person can see it.")
            return redirect("glasses")
        except Invalid as wrong:
            blame(form, wrong)
    row, opened = access.glass_one(glass_id, by=by, at=at)
    context = {
        "row": row,
        "opened": [(moment, access.said_why(why)) for moment, why in opened],
        "name": names_for([row.person_id], by=by, at=at).get(row.person_id, "Name not known"),
        "own": row.actor_id == by.user_id,
        "may_judge": access.may(by, "access.judge_glass"),
    }
    return show(request, "access/glass/page.html", context, form=form)

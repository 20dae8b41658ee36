"""What was heard when the caller or the person was rung again?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, Refused
from homeward.front_door import api as front_door
from homeward.web.advice.check.form import CheckForm
from homeward.web.advice.times import chosen_moment
from homeward.web.page import PageRequest, blame, page, show


@page("line.check")
def check(request: PageRequest, call_id: UUID) -> HttpResponse:
    """GET asks; POST closes the safety net or sets the next try."""
    by, at = request.actor, request.at
    view = front_door.call_view(call_id, by=by, at=at)
    form = CheckForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        again = form.wants_another(typed)
        try:
            front_door.check_back(
                call_id=call_id, heard=typed["heard"], words=typed["words"], by=by, at=at,
                next_due_at=chosen_moment(typed["again"] or "1", at=at) if again else None,
            )  # fmt: skip
        except Invalid as wrong:
            blame(
                form,
                Invalid({"again" if field == "next_due_at" else field: words for field, words in wrong.errors.items()}),
            )
        except Refused as refused:
            blame(form, refused)
        else:
            messages.success(
                request,
                "Written down. It is back on the list for later." if again else "Written down. Nobody need ring again.",
            )
            return redirect("line_call", call_id)
    return show(request, "advice/check/page.html", {"view": view}, form=form)

"""What shall be done about this number, by whom and by when?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.measures import api as measures
from homeward.web.boards.act.form import ActForm
from homeward.web.boards.people import who
from homeward.web.offering import offer
from homeward.web.page import PageRequest, blame, page, show


@page("number.act")
def action_new(request: PageRequest, code: str) -> HttpResponse:
    """About a change when the address names its flag; settling it says that the change was seen."""
    measure = measures.measure_called(code)
    flag = _flag(request, code)
    form = ActForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    offer(form, "owner", [("", "Choose"), *who(by=request.actor, at=request.at)])
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            measures.act(
                measure_code=code, what=said["what"], owner=said["owner"], due_on=said["due_on"],
                flag_id=flag.id if flag else None, by=request.actor, at=request.at,
            )  # fmt: skip
            messages.success(request, "Settled. It stands on every board with this number until it is done.")
            return redirect("actions", code)
        except Invalid as refused:
            blame(form, refused)
    return show(request, "boards/act/new.html", {"measure": measure, "flag": flag}, form=form)


def _flag(request: PageRequest, code: str) -> measures.Flag | None:
    try:
        asked = UUID(request.GET.get("flag", ""))
    except ValueError:
        return None
    found = measures.flags_of([code], by=request.actor, at=request.at)
    return next((each for each in found if each.id == asked), None)

"""What did this person say about sharing, and what did they say now?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import Invalid
from homeward.people import api as people
from homeward.web.access.saying_form import StaffSayingForm
from homeward.web.access.sayings import SAID, purposes_shown
from homeward.web.asker import may
from homeward.web.page import PageRequest, blame, page, show


@page("sharing.view")
def sharing(request: PageRequest, person_id: UUID) -> HttpResponse:
    """What holds for each purpose, everything said, and a form to write down what the person says now."""
    by, at = request.actor, request.at
    form = StaffSayingForm(
        request.POST if request.method == "POST" else None, auto_id="%s", initial={"said_by": "the person"}
    )
    if form.is_valid():
        try:
            access.consent.record(person_id=person_id, by=by, at=at, **form.cleaned_data)
            messages.success(request, "It is kept, and asked from now on before anything is handed on.")
            return redirect("sharing", person_id)
        except Invalid as wrong:
            blame(form, wrong)
    with access.gate.person(person_id, by=by, at=at, why="sharing"):
        banner = people.banner(person_id, by, at)
        shown, history = purposes_shown(person_id, at=at)
    context = {"banner": banner, "person_id": person_id, "shown": shown, "history": history, "said": SAID}
    context["may_record"] = may(by, "sharing.record")
    context["may_proxy"] = may(by, "proxy.grant")
    return show(request, "access/sharing/page.html", context, form=form)

"""What do I say about sharing my record?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from homeward.access import api as access
from homeward.foundation.errors import Invalid, NotFound
from homeward.web.access.saying_form import OwnSayingForm
from homeward.web.access.sayings import SAID, purposes_shown
from homeward.web.page import PageRequest, blame, page, show

OWN = gettext_noop("the person, on their own page")


@page("me.sharing")
def my_sharing(request: PageRequest) -> HttpResponse:
    """What holds for each purpose, everything I said, and a form to say it. Nobody does this for another here."""
    by, at, person_id = request.actor, request.at, request.actor.person_id
    if person_id is None:
        raise NotFound(_("This account is not joined to a record."), next_step=_("Ask your GP practice to join it."))
    form = OwnSayingForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if form.is_valid():
        try:
            access.consent.record(person_id=person_id, said_by=OWN, by=by, at=at, **form.cleaned_data)
            messages.success(request, _("We have kept what you said. It counts from now on."))
            return redirect("me_sharing")
        except Invalid as wrong:
            blame(form, wrong)
    with access.gate.person(person_id, by=by, at=at, why="sharing"):
        shown, history = purposes_shown(person_id, at=at)
    return show(request, "access/my_sharing/page.html", {"shown": shown, "history": history, "said": SAID}, form=form)

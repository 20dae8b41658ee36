"""Who acts for me, and for whom do I act?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.foundation.errors import NotFound, Refused
from homeward.web.access.ending import end_asked
from homeward.web.access.giving import give
from homeward.web.access.proxy_form import OwnProxyForm
from homeward.web.page import PageRequest, blame, page, show


@page("me.people")
def my_people(request: PageRequest) -> HttpResponse:
    """The people I let act for me, ending that, and letting somebody new."""
    by, at, person_id = request.actor, request.at, request.actor.person_id
    if person_id is None:
        raise NotFound(_("This account is not joined to a record."), next_step=_("Ask your GP practice to join it."))
    if end_asked(request):
        messages.success(request, _("They can no longer act for you."))
        return redirect("me_people")
    form = OwnProxyForm(request.POST if request.method == "POST" else None, at=at, auto_id="%s")
    invitation = ""
    if form.is_valid():
        try:
            invitation = give(person_id, form.cleaned_data, by=by, at=at)
            if not invitation:
                messages.success(request, _("%(name)s can act for you from now on.") % form.cleaned_data)
                return redirect("me_people")
        except Refused as refused:
            blame(form, refused)
    with access.gate.person(person_id, by=by, at=at, why="proxy.grant"):
        found = access.proxy.proxies_of(person_id)
    return show(request, "access/my_people/page.html", {"found": found, "invitation": invitation}, form=form)

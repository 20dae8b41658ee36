"""How does a partner without an account come to refer? They are given a link that ends by itself and can be taken back."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.foundation.errors import Refused
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.refer.links.form import LinkForm

KIND = "refer"


@page("link.issue")
def links(request: PageRequest) -> HttpResponse:
    """GET lists the links that work and offers a new one; POST makes it and shows it, this once."""
    form = LinkForm(request.POST if request.method == "POST" else None, auto_id="%s")
    made = ""
    if form.is_valid():
        try:
            made = _issue(request, form)
            form = LinkForm(auto_id="%s")
        except Refused as refused:
            blame(form, refused)
    given = access.open_links(KIND, at=request.at)
    return show(request, "refer/links/page.html", {"given": given, "made": made}, form=form)


@page("link.revoke", methods=("POST",))
def take_back(request: PageRequest, link_id: UUID) -> HttpResponse:
    """The link stops working at once."""
    taken = access.revoke_link(link_id=link_id, by=request.actor, at=request.at)
    messages.success(request, f"The link of {taken.held_by} works no more.")
    return redirect("refer_links")


def _issue(request: PageRequest, form: LinkForm) -> str:
    typed = form.cleaned_data
    token = access.issue_link(
        kind=KIND,
        organisation=typed["organisation"],
        held_by=f"{typed['held_by']}, {typed['organisation']}",
        expires_at=request.at + timedelta(days=int(typed["days"])),
        by=request.actor,
        at=request.at,
    )
    return request.build_absolute_uri(f"/link/{token.token}/")

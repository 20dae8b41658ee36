"""Who has an account, and how is somebody invited?"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse

from homeward.access import api as access
from homeward.directory.api import place
from homeward.foundation.errors import Refused
from homeward.web.asked_number import asked_number
from homeward.web.audit.accounts.post import PostForm
from homeward.web.page import PageRequest, blame, page, show

INVITATION = timedelta(days=7)


class InviteForm(PostForm):
    """A new account with its first role."""

    name = forms.CharField(label="Full name", max_length=200, error_messages={"required": "Enter the person's name."})
    email = forms.EmailField(
        label="Work email address",
        error_messages={
            "required": "Enter a work email address.",
            "invalid": "Enter an email address in the correct format, like name@example.com.",
        },
    )
    field_order = ("name", "email", "role", "organisation", "teams")


@page("users.manage")
def accounts(request: PageRequest) -> HttpResponse:
    """The list, a page at a time, and the form that invites."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    address = ""
    if request.method == "POST" and form.is_valid():
        try:
            address = _invite(request, form)
        except Refused as refused:
            blame(form, refused)
    text = request.GET.get("q", "")[:100]
    number = asked_number(request.GET.get("page"))
    found, more = access.accounts(text=text, page=number)
    context = {"found": found, "more": more, "number": number, "text": text, "invitation": address}
    return show(request, "audit/accounts/page.html", {**context, "roles": place().roles}, form=form)


def _invite(request: PageRequest, form: InviteForm) -> str:
    typed = form.cleaned_data
    user = access.create_user(email=typed["email"], name=typed["name"], by=request.actor, at=request.at)
    access.add_membership(
        user_id=user.id,
        organisation_code=typed["organisation"],
        role_code=typed["role"],
        team_codes=typed["teams"],
        by=request.actor,
        at=request.at,
    )
    return invitation_address(request, user_id=user.id, name=user.name, organisation=typed["organisation"])


def invitation_address(request: PageRequest, *, user_id: UUID, name: str, organisation: str) -> str:
    """A new invitation's address, shown this once: whoever opens it chooses the account's password."""
    token = access.issue_link(
        kind="invite",
        subject_id=user_id,
        organisation=organisation,
        expires_at=request.at + INVITATION,
        held_by=name,
        by=replace(access.system("links"), user_id=request.actor.user_id, name=request.actor.name),
        at=request.at,
    )
    return f"{settings.HOMEWARD_PUBLIC_URL}/link/{token.token}/"

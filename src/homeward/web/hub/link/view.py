"""How does a small partner without an account answer a need that was placed with it? By a link, shown once."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted, Refused
from homeward.referrals.api import BoardRow
from homeward.web.asker import may
from homeward.web.hub.link.form import LinkForm
from homeward.web.hub.row import the_row
from homeward.web.page import PageRequest, blame, page, show

KIND = "partner"


def may_be_given(row: BoardRow, by: Actor) -> bool:
    """Has a team other than the hub the need, and does the asker's hub stand behind it?"""
    return row.open and row.owner_team != row.hub_team and row.hub_team in by.teams and may(by, "link.issue")


@page("link.issue")
def link(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """GET lists the links that work for this need and offers a new one; POST makes it and shows it, this once."""
    row = _ours(request, referral_id)
    form = LinkForm(request.POST if request.method == "POST" else None, auto_id="%s")
    made = ""
    if form.is_valid():
        try:
            made = _issue(request, row, form)
            form = LinkForm(auto_id="%s")
        except NotPermitted:
            raise
        except Refused as refused:
            blame(form, refused)
    given = access.open_links(KIND, at=request.at, subject_id=referral_id)
    return show(request, "hub/link/page.html", {"row": row, "given": given, "made": made}, form=form)


@page("link.revoke", methods=("POST",))
def link_back(request: PageRequest, referral_id: UUID, link_id: UUID) -> HttpResponse:
    """The link stops working at once."""
    if link_id not in {each.id for each in access.open_links(KIND, at=request.at, subject_id=referral_id)}:
        raise NotFound("That link has ended already.", next_step="Nothing more is needed.")
    taken = access.revoke_link(link_id=link_id, by=request.actor, at=request.at)
    messages.success(request, f"The link of {taken.held_by} works no more.")
    return redirect("hub_link", referral_id)


def _ours(request: PageRequest, referral_id: UUID) -> BoardRow:
    row = the_row(referral_id, by=request.actor, at=request.at)
    if not may_be_given(row, request.actor):
        raise Refused(
            "A link to answer by is for a need that was placed with a partner.",
            next_step="Find help for it first, then give the link.",
        )
    return row


def _issue(request: PageRequest, row: BoardRow, form: LinkForm) -> str:
    team = directory.team(row.owner_team)
    token = access.issue_link(
        kind=KIND,
        person_id=row.person_id,
        subject_id=row.id,
        organisation=team.organisation,
        held_by=f"{form.cleaned_data['held_by']}, {team.name}",
        expires_at=request.at + timedelta(days=int(form.cleaned_data["days"])),
        by=request.actor,
        at=request.at,
    )
    return request.build_absolute_uri(f"/link/{token.token}/")

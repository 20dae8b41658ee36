"""What may this account do, and what can be changed about it?"""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from homeward.access import api as access
from homeward.directory.api import place
from homeward.foundation.errors import NotFound, Refused
from homeward.web.audit.accounts.post import PostForm
from homeward.web.audit.accounts.view import invitation_address
from homeward.web.page import PageRequest, blame, page, show


@page("users.manage")
def account(request: PageRequest, user_id: UUID) -> HttpResponse:
    """One account: roles to give and end, its security code, its invitation, closing it."""
    found = access.account(user_id)
    form = PostForm(request.POST if request.POST.get("do") == "give" else None)
    address = ""
    if request.method == "POST":
        try:
            address = _carry_out(request, found, form)
        except Refused as refused:
            if not form.is_bound:
                raise
            blame(form, refused)
        if not address and not form.errors:
            return HttpResponseRedirect(request.path)
    here = place()
    context = {
        "account": found,
        "invitation": address,
        "roles": here.roles,
        "organisations": here.organisations,
        "teams": here.teams,
    }
    return show(request, "audit/account/page.html", context, form=form)


def _carry_out(request: PageRequest, found: access.Account, form: PostForm) -> str:
    by, at, do = request.actor, request.at, request.POST.get("do")
    if do == "give" and form.is_valid():
        typed = form.cleaned_data
        access.add_membership(
            user_id=found.id,
            organisation_code=typed["organisation"],
            role_code=typed["role"],
            team_codes=typed["teams"],
            by=by,
            at=at,
        )
    elif do == "end":
        wanted = request.POST.get("membership", "")
        if wanted not in {str(each.id) for each in found.memberships}:
            raise NotFound("This account has no such role now.", next_step="Go back to the account and choose again.")
        access.end_membership(membership_id=UUID(wanted), by=by, at=at)
    elif do == "reset":
        access.set_second_factor(user_id=found.id, secret=None, by=by, at=at)
    elif do == "close":
        access.close_user(user_id=found.id, by=by, at=at)
    elif do == "invite":
        organisation = found.memberships[0].organisation_code if found.memberships else by.organisation
        return invitation_address(request, user_id=found.id, name=found.name, organisation=organisation)
    return ""

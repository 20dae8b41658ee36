"""In which role are you working now?"""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from homeward.access import api as access
from homeward.directory.api import place
from homeward.web.offering import offer
from homeward.web.page import OpenRequest, open_page, show
from homeward.web.sign_in.onward import onward


class RoleForm(forms.Form):
    """One choice of the account's own memberships."""

    membership = forms.ChoiceField(
        label=_("Which role are you working in?"),
        error_messages={
            "required": _("Choose the role you are working in."),
            "invalid_choice": _("Choose one of your roles."),
        },
    )


@open_page()
def choose_role(request: OpenRequest) -> HttpResponse:
    """Shown after sign-in to someone with more than one role, and whenever they want to change it."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect("/sign-in/")
    mine = access.memberships_of(request.user.pk)
    form = RoleForm(request.POST if request.method == "POST" else None, auto_id="id_%s")
    offer(form, "membership", [(str(each.id), _words(each)) for each in mine])
    if request.method == "POST" and form.is_valid():
        chosen = next(each for each in mine if str(each.id) == form.cleaned_data["membership"])
        access.choose_membership(request.session, chosen)
        return HttpResponseRedirect(onward(request))
    return show(request, "sign_in/role/page.html", {"next": onward(request), "without": not mine}, form=form)


def _words(member: access.MembershipView) -> str:
    here = place()
    role = here.roles.get(member.role_code)
    organisation = here.organisations.get(member.organisation_code)
    teams = [here.teams[code].name for code in member.team_codes if code in here.teams]
    where = organisation.name if organisation else member.organisation_code
    return f"{role.title if role else member.role_code}, {where}{': ' if teams else ''}{', '.join(teams)}"

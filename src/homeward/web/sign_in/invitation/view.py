"""How does somebody invited choose their password?"""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.access import api as access
from homeward.foundation.errors import NotPermitted, Refused
from homeward.web.page import OpenRequest, blame, open_page, show
from homeward.web.sign_in.link.view import HELD


class NewPasswordForm(forms.Form):
    """One password; the browser can show it, so it is not typed twice."""

    password = forms.CharField(
        label=_("New password"),
        min_length=12,
        max_length=200,
        strip=False,
        help_text=_("Use at least 12 characters. Three words that do not belong together work well."),
        error_messages={"required": _("Enter a password."), "min_length": _("Use at least 12 characters.")},
    )


@open_page()
def invitation(request: OpenRequest) -> HttpResponse:
    """The page that an invitation's link leads to."""
    held = request.session.get(HELD)
    if not held:
        raise NotPermitted(
            gettext("Open the link in your invitation first."),
            next_step=gettext("If it does not work, ask for a new one."),
        )
    actor = access.link_actor(held, request.at)
    if actor.role != "invite" or actor.subject is None:
        raise NotPermitted(
            gettext("This link is not an invitation."), next_step=gettext("Open the link in your invitation.")
        )
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            access.set_password(user_id=actor.subject, password=form.cleaned_data["password"], by=actor, at=request.at)
        except Refused as refused:
            blame(form, refused)
        else:
            access.forget_link(held, request.at)
            request.session.flush()
            return HttpResponseRedirect("/sign-in/")
    return show(request, "sign_in/invitation/page.html", {"name": actor.name}, form=form)

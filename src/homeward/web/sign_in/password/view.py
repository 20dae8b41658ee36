"""Who are you? Email address and password, or one of the sign-in services."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.core import ratelimit
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from homeward.web.page import OpenRequest, open_page, show
from homeward.web.sign_in.demonstration import demonstration_accounts
from homeward.web.sign_in.oidc.providers import providers
from homeward.web.sign_in.onward import onward
from homeward.web.sign_in.password.form import TOO_MANY, PasswordForm

ENDED = {
    "idle": _("You were signed out because nothing had happened for a while. Sign in to go on."),
    "long": _("You were signed out because your session had lasted as long as it may. Sign in to go on."),
    "link": _("Sign in to see this page."),
}


@open_page()
def sign_in(request: OpenRequest) -> HttpResponse:
    """The one sign-in page, for staff and citizens."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(onward(request))
    form = PasswordForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST":
        if not ratelimit.consume(request, action="login"):
            form.add_error(None, TOO_MANY)
        elif form.is_valid() and form.user is not None:
            login = Login(user=form.user, redirect_url=onward(request), email=form.cleaned_data["email"])
            return perform_password_login(request, {"email": form.cleaned_data["email"]}, login)
    context = {
        "next": onward(request, default=""),
        "ended": ENDED.get(request.GET.get("ended", ""), ""),
        "services": providers(),
        "accounts": demonstration_accounts(),
    }
    return show(request, "sign_in/password/page.html", context, form=form)

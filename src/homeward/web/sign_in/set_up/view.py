"""How does somebody get a second factor? With an authenticator app, and ten recovery codes shown once."""

import base64

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import TOTP, clear_totp_secret, get_totp_secret
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from homeward.web.page import OpenRequest, open_page, show
from homeward.web.sign_in.onward import onward
from homeward.web.sign_in.second_factor.form import WRONG


@open_page()
def set_up(request: OpenRequest) -> HttpResponse:
    """Shown before any other page to someone whose role asks for a second factor and who has none."""
    user = request.user
    if not user.is_authenticated:
        return HttpResponseRedirect("/sign-in/")
    if Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        return HttpResponseRedirect(onward(request))
    form = ActivateTOTPForm(user=user, data=request.POST if request.method == "POST" else None)
    form.fields["code"].label = _("Security code")
    form.fields["code"].error_messages["required"] = _("Enter the security code.")
    if request.method == "POST":
        if form.is_valid():
            return _done(request, form.secret)
        if "code" in form.errors and form.data.get("code"):
            form.errors["code"] = form.error_class([WRONG])
    secret = get_totp_secret()
    drawing = get_adapter().build_totp_svg(get_adapter().build_totp_url(user, secret))
    context = {
        "secret": " ".join(secret[place : place + 4] for place in range(0, len(secret), 4)),
        "drawing": base64.b64encode(drawing.encode()).decode(),
        "next": onward(request),
    }
    return show(request, "sign_in/set_up/page.html", context, form=form)


def _done(request: OpenRequest, secret: str) -> HttpResponse:
    with transaction.atomic():
        made = TOTP.activate(request.user, secret).instance
        Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).delete()
        codes = RecoveryCodes.activate(request.user)
        codes.mark_as_viewed()
    clear_totp_secret(request)
    post_authentication(request, made)
    context = {"codes": codes.get_unused_codes(), "next": onward(request)}
    return show(request, "sign_in/set_up/codes.html", context)

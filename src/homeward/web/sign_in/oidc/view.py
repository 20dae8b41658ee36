"""How does somebody come in through a sign-in service, and what if it does not work?"""

import hmac
import logging

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth import get_user_model
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from homeward.foundation.errors import NotFound, NotPermitted
from homeward.web.page import OpenRequest, open_page, show
from homeward.web.sign_in.oidc.discovery import ServiceFault
from homeward.web.sign_in.oidc.exchange import begin, finish
from homeward.web.sign_in.oidc.matching import account
from homeward.web.sign_in.oidc.providers import Service, provider
from homeward.web.sign_in.onward import onward

KEPT = "sign_in_service"
log = logging.getLogger(__name__)


@open_page(methods=("POST",))
def set_out(request: OpenRequest, code: str) -> HttpResponse:
    """Send the browser to the service."""
    service = _service(code)
    try:
        address, kept = begin(service, back=_back(request, code))
    except ServiceFault as fault:
        return _failed(request, service, fault)
    request.session[KEPT] = {**kept, "next": onward(request)}
    return HttpResponseRedirect(address)


@open_page(methods=("GET",))
def come_back(request: OpenRequest, code: str) -> HttpResponse:
    """The browser returns with a code; what was kept for it serves once."""
    service = _service(code)
    kept = request.session.pop(KEPT, None) or {}
    same = hmac.compare_digest(str(kept.get("state", "")), request.GET.get("state", ""))
    if not kept or kept.get("service") != code or not same:
        return _failed(request, service, ServiceFault("the browser came back without having been sent"))
    if "code" not in request.GET:
        return _failed(request, service, ServiceFault("the service sent no code"))
    try:
        claims = finish(service, code=request.GET["code"], kept=kept, back=_back(request, code))
    except ServiceFault as fault:
        return _failed(request, service, fault)
    try:
        user = get_user_model().objects.get(pk=account(service, claims, at=request.at))
    except NotPermitted as refused:
        return show(request, "sign_in/oidc/page.html", {"refused": refused}, status=403)
    record_authentication(request, user, "socialaccount", provider=service.code, uid=claims["sub"])
    if service.second_factor or "mfa" in (claims.get("amr") or []):
        record_authentication(request, user, "mfa", type="service")
    response: HttpResponse = perform_login(request, Login(user=user, redirect_url=kept.get("next") or "/"))
    return response


def _service(code: str) -> Service:
    found = provider(code)
    if found is None:
        raise NotFound(_("There is no such way to sign in here."), next_step=_("Go to the sign-in page."))
    return found


def _back(request: OpenRequest, code: str) -> str:
    return request.build_absolute_uri(f"/sign-in/with/{code}/back/")


def _failed(request: OpenRequest, service: Service, fault: ServiceFault) -> HttpResponse:
    log.warning("signing in through the %s service failed: %s", service.code, fault)
    refused = NotPermitted(
        _("You were not signed in."),
        next_step=_("Try again. If it happens again, sign in another way or ask for help."),
    )
    return show(request, "sign_in/oidc/page.html", {"refused": refused}, status=400)
